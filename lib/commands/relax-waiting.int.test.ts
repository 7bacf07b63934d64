import { afterAll, beforeEach, expect, it } from 'vitest';
import { addActor, fileTicket } from '@/tests/factories';
import { brokenNumbering } from '@/tests/invariants';
import { closePool } from '../db/pool';
import { sql } from '../db/transaction';
import { getTicketRouting } from '../queries/get-ticket-routing';
import type { Actor } from '../rules/permissions';
import type { EditSettingsInput } from '../schemas/settings';
import { createTeam } from './create-team';
import { createTopic } from './create-topic';
import { editSettings } from './edit-settings';
import { editTicket } from './edit-ticket';
import { relaxWaiting } from './relax-waiting';
import { routeWaiting } from './route-waiting';

let customer: Actor;
let admin: Actor;

beforeEach(async () => {
  await sql.query('TRUNCATE event, outbound_mail, message, ticket, demand CASCADE');
  await sql.query('DELETE FROM setting');
  await sql.query('UPDATE person SET is_available = false');
  [customer, admin] = await Promise.all([addActor('customer'), addActor('admin')]);
});
afterAll(() => closePool());

const set = (input: EditSettingsInput) => editSettings(admin, input);
const agent = (languages: string[]) => addActor('agent', { available: true, capacity: 4, languages });
const waited = (id: string, minutes: number) =>
  sql.query('UPDATE ticket SET waiting_since = now() - make_interval(mins => $2) WHERE id = $1', [
    id,
    minutes,
  ]);
const ticket = async (id: string) =>
  (
    await sql.query<{
      assignee_id: string | null;
      waived: string[];
      team_id: string | null;
      reason: string | null;
    }>(`SELECT assignee_id, waived, team_id, routing_reason ->> 'text' AS reason FROM ticket WHERE id = $1`, [
      id,
    ])
  ).rows[0]!;
const told = async (id: string) =>
  (
    await sql.query<{ type: string; reason: string | null }>(
      `SELECT type, data ->> 'reason' AS reason FROM event WHERE ticket_id = $1 AND type IN ('routing.changed', 'team.changed') ORDER BY seq`,
      [id],
    )
  ).rows;

it('keeps waiting for a language that nothing is set for', async () => {
  await agent(['en']);
  const { id } = await fileTicket(customer, { languages: ['de'] });
  await waited(id, 10_000);
  expect(await relaxWaiting()).toBe(0);
  expect(await routeWaiting()).toBe(0);
});

it('asks a language no more after its wait, says so, and prefers who speaks it all the same', async () => {
  await set({ language_waits: [{ language: 'de', minutes: 30, team: null }] });
  const ada = await agent(['en']);
  const early = await fileTicket(customer, { languages: ['de'] });
  const { id } = await fileTicket(customer, { languages: ['de'] });
  await waited(early.id, 29);
  await waited(id, 30);
  expect(await relaxWaiting()).toBe(1);
  expect(await relaxWaiting()).toBe(0);
  expect(await told(id)).toEqual([
    { type: 'routing.changed', reason: 'German is not asked any more after 30 minutes' },
  ]);
  expect((await getTicketRouting(admin, id)).waiting!.asks).toMatchObject({
    languages: [],
    waived: { languages: ['de'], skills: [] },
  });
  const bruno = await agent(['en', 'de']);
  await sql.query('UPDATE ticket SET assignee_id = $1, status = $2 WHERE id = $3', [
    bruno.id,
    'ASSIGNED',
    early.id,
  ]);
  expect(await routeWaiting()).toBe(1);
  expect(await ticket(id)).toMatchObject({ assignee_id: bruno.id });
  expect((await getTicketRouting(admin, id)).decisions[0]!.winner).toMatchObject({ won: 'covers', among: 2 });

  const next = await fileTicket(customer, { languages: ['de'] });
  await waited(next.id, 31);
  await sql.query('UPDATE person SET is_available = false WHERE id = $1', [bruno.id]);
  await relaxWaiting();
  expect(await routeWaiting()).toBe(1);
  const given = await ticket(next.id);
  expect(given.assignee_id).toBe(ada.id);
  expect(given.reason).toContain('without German, which it waited for long enough');
  expect(await brokenNumbering()).toEqual([]);
});

it('asks again for what is another question, or another wait', async () => {
  await set({ language_waits: [{ language: 'de', minutes: 1, team: null }] });
  const { id } = await fileTicket(customer, { languages: ['de'] });
  await waited(id, 5);
  await relaxWaiting();
  expect((await ticket(id)).waived).toEqual(['language:de']);
  const { version } = (await sql.query<{ version: number }>('SELECT version FROM ticket WHERE id = $1', [id]))
    .rows[0]!;
  await editTicket(admin, id, { version, languages: ['de', 'fr'] });
  expect((await ticket(id)).waived).toEqual([]);
  await relaxWaiting();
  await waited(id, 0);
  expect((await ticket(id)).waived).toEqual([]);
});

it('hands it to the team for the language once, which asks for it still', async () => {
  const north = await createTeam(admin, {
    ...{ name: `North ${Date.now()}`, members: [], routing: null, claims: null, keeps_skills: false },
  });
  await set({ language_waits: [{ language: 'de', minutes: 30, team: north.id }] });
  const { id } = await fileTicket(customer, { languages: ['de'] });
  await waited(id, 45);
  expect(await relaxWaiting()).toBe(1);
  expect(await told(id)).toEqual([
    { type: 'routing.changed', reason: expect.stringContaining(`it is for ${north.name} now`) },
    { type: 'team.changed', reason: null },
  ]);
  expect((await ticket(id)).team_id).toBe(north.id);
  await sql.query('UPDATE ticket SET team_id = NULL WHERE id = $1', [id]);
  expect(await relaxWaiting()).toBe(0);
});

it('drops skills where no team keeps them', async () => {
  await set({ skill_waits: { preferred: null, required: 15 } });
  const topic = await createTopic(
    admin,
    { names: { en: `VPN ${Date.now()}` }, skills: ['vpn'], preferred_skills: [] },
    'en',
  );
  const ada = await agent(['en']);
  const north = await createTeam(admin, {
    ...{ name: `Keeps ${Date.now()}`, members: [ada.id], routing: null, claims: null, keeps_skills: true },
  });
  const kept = await fileTicket(customer, { topic: topic.key });
  const free = await fileTicket(customer, { topic: topic.key });
  await sql.query('UPDATE ticket SET team_id = $2 WHERE id = $1', [kept.id, north.id]);
  for (const { id } of [kept, free]) await waited(id, 20);
  expect(await routeWaiting()).toBe(0);
  expect(await relaxWaiting()).toBe(1);
  expect(await routeWaiting()).toBe(1);
  expect((await ticket(free.id)).reason).toContain('without vpn, which it waited for long enough');
  expect((await ticket(kept.id)).assignee_id).toBeNull();
});

it('does not count what sleeps, unless the setting says so', async () => {
  const ada = await addActor('agent', { available: true, capacity: 1 });
  const asleep = await fileTicket(customer);
  await routeWaiting();
  await sql.query(`UPDATE ticket SET snoozed_until = now() + interval '1 day' WHERE id = $1`, [asleep.id]);
  const next = await fileTicket(customer);
  expect(await routeWaiting()).toBe(1);
  expect((await ticket(next.id)).assignee_id).toBe(ada.id);
  await sql.query(`UPDATE ticket SET status = 'RESOLVED' WHERE id = $1`, [next.id]);
  await set({ snoozed_weight: 1 });
  await fileTicket(customer);
  expect(await routeWaiting()).toBe(0);
});
