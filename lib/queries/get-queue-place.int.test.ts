import { beforeAll, expect, it } from 'vitest';
import { addActor, fileTicket } from '@/tests/factories';
import { writeHistory } from '@/tests/history';
import { countEverything } from '../commands/count-everything';
import { editSettings } from '../commands/edit-settings';
import { sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import { getQueuePlace } from './get-queue-place';

let customer: Actor;
let agent: Actor;
let mine: string;

beforeAll(async () => {
  [customer, agent] = await Promise.all([addActor('customer'), addActor('agent', { languages: ['de'] })]);
  mine = (await fileTicket(customer, { languages: ['de'] })).id;
});

/** Twenty tickets of this language that were answered `ago` hours ago, `took` hours after they came. */
async function answered({ language, ago, took }: { language: string; ago: number; took: number }) {
  for (let n = 0; n < 20; n++)
    await writeHistory({
      customer: customer.id,
      createdAt: new Date(Date.now() - (ago + took) * 3_600_000),
      languages: [language],
      events: [{ hours: took, type: 'message.created', actor: agent.id }],
    });
  await countEverything();
}
const wait = async () => (await getQueuePlace(customer, mine)).wait;

it('tells the wait by the nearest answers of which there are enough', async () => {
  expect(await wait()).toBeNull();
  await answered({ language: 'fr', ago: 30, took: 5 });
  expect(await wait()).toEqual({ half: 18_000, most: 18_000, based_on: 'all' });
  await answered({ language: 'de', ago: 30, took: 2 });
  expect(await wait()).toEqual({ half: 7_200, most: 7_200, based_on: 'days' });
  await answered({ language: 'de', ago: 0.5, took: 0.25 });
  expect(await wait()).toEqual({ half: 900, most: 900, based_on: 'hour' });
});

it('says when somebody is back, and nothing while it is open', async () => {
  const opensAt = async () => (await getQueuePlace(customer, mine)).opens_at;
  const admin = await addActor('admin');
  const open = [{ from: '00:00', to: '24:00' }];
  const days = (today: typeof open) => {
    const week = Array.from({ length: 7 }, () => open);
    week[(new Date().getUTCDay() + 6) % 7] = today;
    return week;
  };
  const hours = { time_zone: 'UTC', holidays: [] };
  expect(await opensAt()).toBeNull();
  await editSettings(admin, { business_hours: { ...hours, days: days([]) } });
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  expect(await opensAt()).toBe(`${tomorrow}T00:00:00.000Z`);
  await sql.query(`DELETE FROM setting WHERE key = 'business_hours'`);
  expect(await opensAt()).toBeNull();
});
