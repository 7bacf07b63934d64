import { beforeAll, expect, test } from 'vitest';
import { sql } from '@/lib/db/transaction';
import { HISTOGRAM_BASE } from '@/lib/rules/histogram';
import type { Actor } from '@/lib/rules/permissions';
import { addActor, fileTicket } from '@/tests/factories';
import { type PastEvent, writeHistory } from '@/tests/history';
import { assignTicket } from './assign-ticket';
import { changeStatus } from './change-status';
import { countEverything } from './count-everything';
import { countTickets } from './count-tickets';
import { editSettings } from './edit-settings';
import { postMessage } from './post-message';
import { deleteTicket, markSpam, restoreTicket } from './set-aside-ticket';

/** What reports count is a function of the log: however it was arrived at, the rows are the same. */
let admin: Actor;
let customer: Actor;
let agents: Actor[];

beforeAll(async () => {
  admin = await addActor('admin');
  customer = await addActor('customer');
  agents = [await addActor('agent'), await addActor('agent'), await addActor('agent')];
});

/** A generator of its own, so that a failure can be played again. */
function random(seed: number) {
  let state = seed;
  const next = () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return {
    next,
    below: (n: number) => Math.floor(next() * n),
    one: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!,
  };
}

/** A plausible, sometimes odd, past: replies, waits, solutions, reopenings, hand-overs, notes. */
function pastEvents(dice: ReturnType<typeof random>): PastEvent[] {
  const events: PastEvent[] = [];
  let hours = 0;
  let status = 'OPEN';
  for (let step = dice.below(10); step > 0; step--) {
    hours += dice.next() ** 3 * 60;
    const agent = dice.one(agents).id;
    const to = dice.one(['IN_PROGRESS', 'WAITING_ON_CUSTOMER', 'RESOLVED', 'OPEN']);
    events.push(
      dice.one<PastEvent>([
        { hours, type: 'assignment.changed', data: { from: null, to: dice.one([agent, null]) } },
        { hours, type: 'message.created', actor: dice.one([agent, customer.id]) },
        { hours, type: 'message.created', actor: agent, isPublic: false },
        { hours, type: 'status.changed', actor: agent, data: { from: status, to, by_hand: true } },
        {
          hours,
          type: 'status.changed',
          actor: agent,
          data: { from: status, to: 'RESOLVED', by_hand: true },
        },
      ]),
    );
    if (events.at(-1)!.type === 'status.changed') status = String(events.at(-1)!.data!.to);
  }
  return events;
}

/** Everything that reports read, in bytes. */
async function everythingCounted(): Promise<string> {
  const tables = await Promise.all(
    ['ticket_fact', 'ticket_hold', 'report_day', 'report_month', 'report_dirty'].map((table) =>
      sql.query<{ line: string }>(`SELECT r::text AS line FROM ${table} r ORDER BY 1`),
    ),
  );
  return tables.map(({ rows }) => rows.map(({ line }) => line).join('\n')).join('\n--\n');
}

test('counted piece by piece, twice, late and in any order, and rebuilt from the log: the same bytes', async () => {
  const dice = random(20_261_121);
  const ids: string[] = [];
  const start = Date.parse('2026-09-20T00:00:00Z');
  for (let n = 0; n < 90; n++) {
    ids.push(
      await writeHistory({
        customer: customer.id,
        createdAt: new Date(start + dice.next() * 40 * 86_400_000),
        channel: dice.one(['WEB', 'EMAIL', 'CHAT']),
        topic: dice.one([null, 'billing', 'delivery']),
        languages: dice.one([[], ['de'], ['de', 'en']]),
        events: pastEvents(dice),
      }),
    );
  }
  const shuffled = [...ids].sort(() => dice.next() - 0.5);
  for (let at = 0; at < shuffled.length; at += 25) await countTickets(shuffled.slice(at, at + 40));
  // and now live, by the commands: each changes what was counted before
  for (let n = 0; n < 12; n++) {
    const ticket = await fileTicket(customer, { languages: dice.one([[], ['en']]) });
    ids.push(ticket.id);
    const agent = dice.one(agents);
    const acts = [
      () => assignTicket(admin, ticket.id, { assigned_agent: agent.id }),
      () => postMessage(admin, ticket.id, { body: 'Hello', is_internal: false }, 'WEB'),
      () => changeStatus(admin, ticket.id, 'RESOLVED'),
      () => changeStatus(admin, ticket.id, 'IN_PROGRESS'),
      () => markSpam(admin, ticket.id, { is_spam: true }),
      () => markSpam(admin, ticket.id, { is_spam: false }),
      () => deleteTicket(admin, ticket.id),
      () => restoreTicket(admin, ticket.id),
    ].slice(0, 1 + dice.below(8));
    for (const act of acts) {
      await act();
      if (dice.next() < 0.6) await countTickets([ticket.id, dice.one(ids)]);
    }
  }
  await countEverything();
  const incremental = await everythingCounted();
  expect(incremental.length).toBeGreaterThan(50_000);
  await countEverything({ anew: true });
  expect(await everythingCounted()).toBe(incremental);
  // nothing is left to do, and nothing changes by looking again
  expect(await countEverything()).toBe(0);
  expect(await everythingCounted()).toBe(incremental);
});

test('the sums of a day are those of its facts, in each dimension', async () => {
  const { rows } = await sql.query(`
    SELECT measure, d.n, d.seconds, f.n AS fact_n, f.seconds AS fact_seconds FROM report_day d JOIN LATERAL (
      SELECT count(*)::int AS n, sum(resolution_seconds) AS seconds FROM ticket_fact
      WHERE resolved_day = d.day AND (d.dimension <> 'channel' OR channel = d.key) AND (d.dimension <> 'topic' OR coalesce(topic, '') = d.key)
    ) f ON true WHERE d.measure = 'resolved' AND d.dimension IN ('all', 'channel', 'topic')`);
  expect(rows.length).toBeGreaterThan(30);
  for (const row of rows) expect([row.n, row.seconds]).toEqual([row.fact_n, row.fact_seconds]);
});

test('PostgreSQL fills the bins that the rule reads', async () => {
  const { rows } = await sql.query<{ resolution_seconds: number; bins: Buffer }>(`
    SELECT f.resolution_seconds, d.seconds_histogram AS bins FROM report_day d JOIN ticket_fact f ON f.resolved_day = d.day
    WHERE d.measure = 'resolved' AND d.dimension = 'all' AND d.n = 1 AND f.resolution_seconds > 60 LIMIT 1`);
  const { resolution_seconds, bins } = rows[0]!;
  expect(bins.readInt16BE(0)).toBe(Math.floor(Math.log(resolution_seconds) / Math.log(HISTOGRAM_BASE)));
  expect(bins.readInt32BE(2)).toBe(1);
});

test('other business hours count everything again; the zone decides what a day is', async () => {
  const id = await writeHistory({
    ...{ customer: customer.id, createdAt: new Date('2026-08-03T23:30:00Z'), channel: 'CHAT' },
    events: [{ hours: 10, type: 'message.created', actor: agents[0]!.id }],
  });
  await countTickets([id]);
  const fact = async () =>
    (
      await sql.query(
        'SELECT created_day::text, reply_seconds, reply_business FROM ticket_fact WHERE ticket_id = $1',
        [id],
      )
    ).rows[0];
  expect(await fact()).toEqual({ created_day: '2026-08-03', reply_seconds: 36_000, reply_business: 1_800 });
  const office = [{ from: '08:00', to: '18:00' }];
  const business_hours = { time_zone: 'Europe/Berlin', days: Array(7).fill(office), holidays: [] };
  await editSettings(admin, { business_hours });
  expect(await countEverything()).toBeGreaterThan(100);
  expect(await fact()).toEqual({ created_day: '2026-08-04', reply_seconds: 36_000, reply_business: 12_600 });
  await editSettings(admin, { business_hours: { ...business_hours, days: Array(7).fill([]) } });
  await countEverything();
  expect(await fact()).toMatchObject({ reply_seconds: 36_000, reply_business: null });
});

test('a ticket that is deleted for good leaves its days', async () => {
  const id = await writeHistory({ customer: customer.id, createdAt: new Date('2025-01-07T12:00:00Z') });
  await countTickets([id]);
  const sums = async () =>
    (await sql.query(`SELECT n FROM report_day WHERE day = '2025-01-07' AND dimension = 'all'`)).rows;
  expect(await sums()).toEqual([{ n: 1 }]);
  await sql.query('DELETE FROM ticket WHERE id = $1', [id]);
  await countEverything();
  expect(await sums()).toEqual([]);
});
