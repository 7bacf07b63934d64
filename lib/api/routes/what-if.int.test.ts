import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '@/lib/clock';
import { countTickets } from '@/lib/commands/count-tickets';
import { type PastTicket, writeHistory } from '@/lib/commands/steps/write-history';
import { closePool } from '@/lib/db/pool';
import { inTransaction, sql } from '@/lib/db/transaction';
import { headStart } from '@/lib/rules/head-start';
import type { Actor } from '@/lib/rules/permissions';
import type { ReplayDto, WhatIfDto } from '@/lib/schemas/what-if';
import { addActor } from '@/tests/factories';
import { makePerson, send, signedIn } from '@/tests/identity';

const MINUTE = 60_000;
const began = Date.now();
const minutesAgo = (minutes: number) => new Date(began - minutes * MINUTE);
const allDay = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]);

let admin: string;
let customer: Actor;
let ada: Actor;
let bruno: Actor;

/**
 * Ada is there since three hours and takes one at a time; Bruno, who speaks French, is not. Two English tickets are
 * done, of 60 and 30 minutes of work; a French one waits.
 */
beforeAll(async () => {
  await sql.query('TRUNCATE event, outbound_mail, message, ticket, demand CASCADE');
  await sql.query('UPDATE person SET is_available = false');
  [customer, ada, bruno] = await Promise.all([
    addActor('customer'),
    addActor('agent', { name: 'Ada', languages: ['en'], available: true, capacity: 1 }),
    addActor('agent', { name: 'Bruno', languages: ['fr'] }),
  ]);
  admin = (await signedIn(await makePerson({ role: 'admin' }))).access;
  await sql.query('UPDATE person SET availability_changed_at = $2 WHERE id = $1', [ada.id, minutesAgo(180)]);
  const done = (came: number, from: number, to: number): PastTicket => ({
    ...past(came, ['en']),
    steps: [
      { kind: 'assigned', at: minutesAgo(from), to: ada.id, reason: 'given' },
      { kind: 'reply', at: minutesAgo(to), by: ada.id, body: 'Done.', resolves: true },
    ],
  });
  const tickets = [done(120, 120, 60), done(110, 60, 30), past(100, ['fr'])];
  await countTickets(await inTransaction((tx) => writeHistory(tx, tickets)));
});
afterAll(() => closePool());

const past = (minutes: number, languages: string[]): PastTicket => ({
  ...{ subject: 'Printer', body: 'It says E-50.', at: minutesAgo(minutes), priority: 1, channel: 'WEB' },
  ...{ topic: null, languages, customerId: customer.id, steps: [] },
});
const ask = async <T>(path: string, body: unknown, status = 200) => {
  const answer = await send('POST', path, { body, access: admin });
  expect([answer.status, answer.text]).toEqual([status, expect.anything()]);
  return answer.body as T & typeof answer.body;
};

describe('a ticket', () => {
  test('who would get it, its place, and what leaves the others out', async () => {
    const english = await ask<WhatIfDto>('/routing/what-if/', { languages: ['en'], priority: 'HIGH' });
    expect(english).toMatchObject({
      reason: { code: 'given', params: { name: 'Ada' } },
      agent: { id: ada.id },
      winner: { won: 'only', used: 0, of: 1, among: 1 },
      ...{ considered: 1, excluded: {}, head_start: 240, place: 1, policy: 'balanced' },
    });
    expect(english.agents.map(({ name, bar, rank }) => [name, bar, rank])).toEqual([
      ['Ada', null, 1],
      ['Bruno', 'intent', null],
    ]);

    const french = await ask<WhatIfDto>('/routing/what-if/', { languages: ['fr'] });
    expect(french).toMatchObject({ reason: { code: 'language' }, agent: null, winner: null, place: 2 });
    expect(french.agents[0]).toMatchObject({ name: 'Ada', bar: 'language', missing: ['fr'], rank: null });
  });

  test('with other rules and other people, and as one that there is', async () => {
    const { rows } = await sql.query<{ number: number }>(
      "SELECT number FROM ticket WHERE languages = '{fr}'",
    );
    const learned = { agents: [{ id: ada.id, languages: ['en', 'fr'] }] };
    const like = await ask<WhatIfDto>('/routing/what-if/', { ticket: String(rows[0]!.number), ...learned });
    expect(like).toMatchObject({ agent: { name: 'Ada' }, asks: { languages: ['fr'] }, place: 1 });

    const byHand = await ask<WhatIfDto>('/routing/what-if/', { settings: { routing_policy: 'manual' } });
    expect(byHand).toMatchObject({ reason: { code: 'manual' }, agent: null, policy: 'manual' });
    expect(byHand.agents[0]).toMatchObject({ name: 'Ada', bar: null, rank: null });
    // nothing of it was kept
    expect((await send('GET', '/settings/', { access: admin })).body.routing_policy).toBe('balanced');
  });
});

describe('what was', () => {
  test('by the rules as they are, and with one more agent who speaks French', async () => {
    const answer = await ask<ReplayDto>('/routing/replay/', {
      more_agents: [{ languages: ['en', 'fr'], shifts: allDay }],
    });
    expect(Date.parse(answer.from!)).toBe(minutesAgo(120).getTime());
    // Ada has one at a time: the second waits for 50 minutes, the French one until now
    expect(answer.before).toMatchObject({
      tickets: 3,
      given: 2,
      waiting: 1,
      at_once: 1 / 3,
      unspoken: 1,
      gini: 0,
    });
    expect(answer.before.wait).toMatchObject({ n: 3, half: 3_000 });
    expect(answer.before.wait.longest! - 6_000).toBeLessThan(60);
    expect(answer.after).toMatchObject({ given: 3, waiting: 0, at_once: 1, unspoken: 0 });
    // as it was recorded: at once, and after 50 minutes
    expect(answer.recorded).toEqual({ n: 2, half: 0, most: 3_000, longest: 3_000 });
    expect(answer.changed.count).toBe(2);
    expect(answer.changed.results.map(({ before, after }) => [before.agent?.name, after])).toEqual([
      [undefined, { agent: { id: expect.any(String), name: '+1' }, wait: 0 }],
      ['Ada', { agent: { id: expect.any(String), name: '+1' }, wait: 0 }],
    ]);
    expect(answer.after.agents).toMatchObject([
      { name: 'Ada', tickets: 1, handled: 3_600 },
      { name: '+1', tickets: 2, handled: 3_600 },
    ]);
  });

  test('no change changes nothing, several at once wait for their turn', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map((tickets) => ask<ReplayDto>('/routing/replay/', { tickets })),
    );
    answers.forEach(({ before, after, changed }, n) => {
      expect(before).toEqual(after);
      expect([before.tickets, changed]).toEqual([n + 1, { count: 0, results: [] }]);
    });
  });
});

test.each<[string, string, unknown, number, string?]>([
  ['what nobody knows', 'what-if', { colour: 'red' }, 422, 'colour'],
  ['a language that is none', 'what-if', { languages: ['xx'] }, 422, 'languages.0'],
  ['a topic that is not there', 'what-if', { topic: 'nowhere' }, 422, 'topic'],
  ['a team that is not there', 'what-if', { team: newId() }, 422, 'team'],
  ['a customer who is not there', 'what-if', { customer: newId() }, 422, 'customer'],
  ['a ticket that is not there', 'what-if', { ticket: '99999999' }, 404],
  [
    'a setting of something else',
    'what-if',
    { settings: { workspace_name: 'x' } },
    422,
    'settings.workspace_name',
  ],
  [
    'minutes below nothing',
    'replay',
    { settings: { queue_minutes: { priority: -1, urgency: 0, vip: 0 } } },
    422,
    'settings.queue_minutes.priority',
  ],
  ['an agent who is none', 'replay', { agents: [{ id: newId(), capacity: 1 }] }, 422, 'agents.0.id'],
  ['more tickets than are played', 'replay', { tickets: 1001 }, 422, 'tickets'],
  ['no tickets', 'replay', { tickets: 0 }, 422, 'tickets'],
  [
    'an agent of a team that is not there',
    'replay',
    { more_agents: [{ shifts: allDay, teams: [newId()] }] },
    422,
    'more_agents.0.teams',
  ],
  [
    'a week of six days',
    'replay',
    { more_agents: [{ shifts: allDay.slice(1) }] },
    422,
    'more_agents.0.shifts',
  ],
  ['a list in place of names', 'replay', { teams: [] }, 422, 'teams'],
])('%s is refused', async (_name, path, body, status, field) => {
  const answer = await ask(`/routing/${path}/`, body, status);
  if (field) expect(Object.keys(answer.error!.fields!)).toContain(field);
});

test('a head start is what the database says it is', async () => {
  const minutes = { priority: 90, urgency: 25, vip: 45 };
  await sql.query("INSERT INTO setting (key, value) VALUES ('queue_minutes', $1)", [JSON.stringify(minutes)]);
  await sql.query('UPDATE person SET is_vip = true WHERE id = $1', [customer.id]);
  const { rows } = await sql.query<{ priority: number; urgency: number; vip: boolean; ms: number }>(
    `SELECT p AS priority, u AS urgency, c = $1 AS vip,
       (extract(epoch FROM head_start(p::smallint, u::smallint, c)) * 1000)::float8 AS ms
     FROM generate_series(0, 3) p, generate_series(0, 3) u, unnest($2::uuid[]) c`,
    [customer.id, [customer.id, bruno.id]],
  );
  expect(rows).toHaveLength(32);
  for (const { ms, ...weight } of rows) expect([weight, headStart(weight, minutes)]).toEqual([weight, ms]);
});
