import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { addActor, fileTicket } from '@/tests/factories';
import { editCustomer } from '../commands/edit-customer';
import { closePool } from '../db/pool';
import { sql } from '../db/transaction';
import { Forbidden, Invalid } from '../errors';
import type { Actor } from '../rules/permissions';
import { editCustomerInput, listCustomersQuery } from '../schemas/customer';
import { getCustomer } from './get-customer';
import { listCustomerTimeline } from './list-customer-timeline';
import { listCustomers } from './list-customers';

let ada: Actor;
let bo: Actor;
let carla: Actor;

beforeAll(async () => {
  ada = await addActor('agent', { name: 'Ada' });
  bo = await addActor('agent', { name: 'Bo' });
  carla = await addActor('customer', { name: 'Carla 100%', email: 'carla@example.test' });
  for (const name of ['Anna', 'Anna', 'Berta', 'Zoë']) await addActor('customer', { name });
});
afterAll(() => closePool());

const list = (given: Record<string, string>) => listCustomers(ada, listCustomersQuery.parse(given));
const edit = (given: object) => editCustomer(ada, carla.id, editCustomerInput.parse(given));
const events = async () =>
  (
    await sql.query<{ data: { fields: string[] }; actor_id: string }>(
      "SELECT data, actor_id FROM event WHERE type = 'customer.changed' ORDER BY id",
    )
  ).rows;

it('lists every customer once and no staff, page by page, in order', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit: '2', ...(cursor && { cursor }) });
    seen.push(...page.results.map(({ name }) => name));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(seen).toEqual(['Anna', 'Anna', 'Berta', 'Carla 100%', 'Zoë']);
});

it('changes what is known about a customer, records which fields, and finds him by it', async () => {
  const facts = [{ label: 'Plan', value: 'Gold' }];
  const links = [{ label: 'Profile', url: 'https://social.example/carla?a=b' }];
  const after = await edit({ phone: '+49 (171) 55-512', external_id: 'Kd.08157', facts, links });
  expect(after).toMatchObject({ phone: '+49 (171) 55-512', external_id: 'Kd.08157', facts, links });
  await edit({ facts: [{ value: 'Gold', label: 'Plan' }], links, name: 'Carla 100%' });
  expect(await events()).toEqual([
    {
      data: { person_id: carla.id, fields: ['phone', 'external_id', 'facts', 'links'] },
      actor_id: ada.id,
    },
  ]);
  for (const q of ['100%', 'CARLA@', 'kd.0815', '171 555', '+4917155512'])
    expect(
      (await list({ q })).results.map(({ id }) => id),
      q,
    ).toEqual([carla.id]);
  expect((await list({ q: '%' })).results).toHaveLength(1);
  expect((await list({ q: '_' })).results).toEqual([]);
});

it('refuses an external id that another customer has', async () => {
  const other = await addActor('customer', { name: 'Xaver' });
  await editCustomer(ada, other.id, { external_id: 'taken' });
  await expect(edit({ external_id: 'taken' })).rejects.toBeInstanceOf(Invalid);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,x',
  '//evil.example',
  '\\\\evil.example',
  'vbscript:x',
  'example.com',
  'ftp://example.com',
  '',
])('refuses the link %j (C50)', (url) => {
  expect(editCustomerInput.safeParse({ links: [{ label: 'x', url }] }).success).toBe(false);
});
test.each(['https://example.com/a', 'http://example.com', 'mailto:a@example.com', ' https://example.com '])(
  'takes the link %j',
  (url) => {
    expect(editCustomerInput.parse({ links: [{ label: 'x', url }] }).links![0]!.url).toBe(url.trim());
  },
);

it('shows an agent any customer, but only tickets that he may see, also in the counts', async () => {
  const mine = await fileTicket(carla, { subject: 'Mine' });
  const hers = await fileTicket(carla, { subject: 'Secret of another agent' });
  await sql.query("UPDATE ticket SET assignee_id = $2, status = 'ASSIGNED' WHERE id = $1", [mine.id, bo.id]);
  await sql.query("UPDATE ticket SET assignee_id = $2, status = 'CLOSED' WHERE id = $1", [hers.id, ada.id]);
  const seen = await getCustomer(bo, carla.id);
  expect(seen.tickets.map(({ number }) => number)).toEqual([mine.number]);
  expect(seen.counts).toEqual({ unsolved: 1, total: 1, capped: false });
  expect(JSON.stringify(seen)).not.toContain('Secret');
  expect((await getCustomer(ada, carla.id)).counts).toEqual({ unsolved: 0, total: 1, capped: false });

  const numbers = async (who: Actor) =>
    (await listCustomerTimeline(who, carla.id, undefined)).results.map(({ ticket }) => ticket.number);
  expect(await numbers(bo)).toEqual([mine.number]);
  expect(await numbers(ada)).toEqual([hers.number]);
  await expect(listCustomerTimeline(carla, carla.id, undefined)).rejects.toBeInstanceOf(Forbidden);
});
