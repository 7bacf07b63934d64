import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { testEnvironment } from '@/tests/environment';
import { addActor, fileTicket } from '@/tests/factories';
import { brokenNumbering, overloadedAgents } from '@/tests/invariants';
import { startWorker } from '@/tests/processes';
import { closePool } from '../db/pool';
import { type TicketRow, ticketRows } from '../db/sql/ticket-row';
import { inTransaction, sql } from '../db/transaction';
import { getQueuePlace } from '../queries/get-queue-place';
import type { Actor } from '../rules/permissions';
import { assignTicket } from './assign-ticket';
import { changeStatus } from './change-status';
import { routeWaiting } from './route-waiting';
import { setPresence } from './set-presence';

let customer: Actor;
let admin: Actor;

/** Each case has its own queue and its own agents: what the one before left is taken out of sight. */
beforeEach(async () => {
  await sql.query('TRUNCATE event, outbound_mail, message, ticket, demand CASCADE');
  await sql.query(`UPDATE person SET is_available = false`);
  [customer, admin] = await Promise.all([addActor('customer'), addActor('admin')]);
});
afterAll(() => closePool());

async function row(id: string): Promise<TicketRow> {
  const { rows } = await sql.query<TicketRow>(`${ticketRows()} WHERE t.id = $1`, [id]);
  return rows[0]!;
}
const reasonOf = async (id: string) => (await row(id)).reason?.text;
const held = async (agent: Actor) =>
  (await sql.query<{ n: number }>('SELECT count(*) AS n FROM ticket WHERE assignee_id = $1', [agent.id]))
    .rows[0]!.n;
const reasonsTold = async (id: string) =>
  (
    await sql.query<{ reason: string }>(
      `SELECT r.reason ->> 'text' AS reason FROM demand_reason r JOIN ticket t USING (demand_id) WHERE t.id = $1 ORDER BY r.id`,
      [id],
    )
  ).rows.map((event) => event.reason);
const many = <T>(n: number, make: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: n }, (_, i) => make(i)));

describe('one pass', () => {
  it('comes back for a ticket that somebody was writing to', async () => {
    const agent = await addActor('agent', { available: true, capacity: 4 });
    const { id } = await fileTicket(customer);
    let pass: Promise<number> | undefined;
    await inTransaction(async (tx) => {
      await tx.query('SELECT 1 FROM ticket WHERE id = $1 FOR NO KEY UPDATE', [id]);
      pass = routeWaiting();
      await sleep(100);
    });
    expect(await pass).toBe(1);
    expect((await row(id)).assignee_id).toBe(agent.id);
  });

  it('asks again, once it has locked him, whether its choice speaks the language', async () => {
    const agent = await addActor('agent', { available: true, capacity: 4, languages: ['de'] });
    const { id } = await fileTicket(customer, { languages: ['de'] });
    let pass: Promise<number> | undefined;
    await inTransaction(async (tx) => {
      await tx.query(`UPDATE person SET languages = '{en}' WHERE id = $1`, [agent.id]);
      pass = routeWaiting();
      await sleep(100);
    });
    expect(await pass).toBe(0);
    expect((await row(id)).assignee_id).toBeNull();
  });

  it('serves by priority, then waiting time, then id', async () => {
    const low = await fileTicket(customer, { priority: 'LOW' });
    const late = await fileTicket(customer, { priority: 'MEDIUM' });
    const early = await fileTicket(customer, { priority: 'MEDIUM' });
    const twin = await fileTicket(customer, { priority: 'MEDIUM' });
    const urgent = await fileTicket(admin, { priority: 'URGENT', customer: customer.id });
    await sql.query(
      `UPDATE ticket SET waiting_since = now() - interval '1 hour' WHERE id = ANY($1::uuid[])`,
      [[early.id, twin.id]],
    );
    const agent = await addActor('agent', { available: true, capacity: 1 });
    const served: string[] = [];
    for (let i = 0; i < 5; i++) {
      expect(await routeWaiting()).toBe(1);
      const { rows } = await sql.query<{ id: string }>(
        `SELECT id FROM ticket WHERE assignee_id = $1 AND status = 'ASSIGNED'`,
        [agent.id],
      );
      served.push(rows[0]!.id);
      await sql.query(`UPDATE ticket SET status = 'RESOLVED' WHERE id = $1`, [rows[0]!.id]);
    }
    expect(served).toEqual([urgent.id, ...[early.id, twin.id].sort(), late.id, low.id]);
    expect(await routeWaiting()).toBe(0);
  });

  it('goes on past work that found no place to work that has one', async () => {
    // five English tickets are first; the one English place is taken by the first of them, the French places are free
    for (let i = 0; i < 5; i++) await fileTicket(customer, { languages: ['en'], priority: 'HIGH' });
    const french = await many(3, () => fileTicket(customer, { languages: ['fr'] }));
    const ada = await addActor('agent', {
      available: true,
      languages: ['en'],
      capacity: 1,
      capacityCalls: 0,
    });
    const bo = await addActor('agent', { available: true, languages: ['fr'], capacity: 4, capacityCalls: 0 });
    expect(await routeWaiting()).toBe(4);
    expect([await held(ada), await held(bo)]).toEqual([1, 3]);
    for (const { id } of french) expect((await row(id)).assignee_id).toBe(bo.id);
  });

  it('tells a customer his place among those whom the same agents serve, until his turn has come', async () => {
    const [mine, , theirs] = [
      await fileTicket(customer, { languages: ['de'] }),
      await fileTicket(admin, { customer: customer.id, languages: ['fr'], priority: 'HIGH' }),
      await fileTicket(admin, { customer: customer.id, languages: ['de'], priority: 'HIGH' }),
    ];
    const place = async (id: string) => (await getQueuePlace(customer, id)).place;
    await addActor('agent', { languages: ['fr'] });
    const gerda = await addActor('agent', { available: true, capacity: 1, languages: ['de'] });
    expect([await place(theirs.id), await place(mine.id)]).toEqual([1, 2]);
    expect(await routeWaiting()).toBe(1);
    expect((await row(theirs.id)).assignee_id).toBe(gerda.id);
    expect([await place(theirs.id), await place(mine.id)]).toEqual([null, 1]);
  });

  it('gives only what an agent speaks: all of its languages', async () => {
    const both = await fileTicket(customer, { languages: ['de', 'fr'] });
    const any = await fileTicket(customer);
    const german = await addActor('agent', { available: true, languages: ['de'], name: 'Gerda' });
    expect(await routeWaiting()).toBe(1);
    expect((await row(any.id)).assignee_id).toBe(german.id);
    expect(await row(both.id)).toMatchObject({ assignee_id: null, status: 'OPEN' });
    const polyglot = await addActor('agent', {
      available: true,
      languages: ['fr', 'de', 'en'],
      name: 'Paul',
    });
    expect(await routeWaiting()).toBe(1);
    expect(await row(both.id)).toMatchObject({ assignee_id: polyglot.id, status: 'ASSIGNED' });
    expect(await reasonOf(both.id)).toBe(
      'given to Paul: the only one with room (0 of 4 places used before) and speaks German and French',
    );
  });

  it('counts calls and everything else apart, and both against the total', async () => {
    const agent = await addActor('agent', {
      available: true,
      capacity: 2,
      capacityCalls: 2,
      capacityTotal: 3,
    });
    const calls = await many(3, () =>
      fileTicket(admin, { channel: 'CALL', customer: customer.id, priority: 'HIGH' }),
    );
    const others = await many(3, () => fileTicket(customer));
    expect(await routeWaiting()).toBe(3);
    const kinds = (ids: { id: string }[]) => Promise.all(ids.map(({ id }) => row(id)));
    expect((await kinds(calls)).filter((one) => one.assignee_id === agent.id)).toHaveLength(2);
    expect((await kinds(others)).filter((one) => one.assignee_id === agent.id)).toHaveLength(1);
    const waiting = (await kinds(calls)).find((one) => one.assignee_id === null);
    expect(waiting?.reason?.text).toBe('waiting: 1 agent online, none has room for a call');
    expect(await overloadedAgents()).toEqual([]);
  });

  it('spreads by share of capacity used, then by who waited longest', async () => {
    const small = await addActor('agent', { available: true, capacity: 2 });
    const large = await addActor('agent', { available: true, capacity: 6 });
    for (let i = 0; i < 4; i++) {
      await fileTicket(customer);
      await routeWaiting();
    }
    expect([await held(small), await held(large)]).toEqual([1, 3]);
  });

  it('keeps its hands off spam, trash, held and closed tickets, and of people who may not work', async () => {
    const [spam, trash, kept, closed, plain] = await many(5, () => fileTicket(customer));
    await sql.query('UPDATE ticket SET spam_at = now() WHERE id = $1', [spam!.id]);
    await sql.query('UPDATE ticket SET deleted_at = now() WHERE id = $1', [trash!.id]);
    await sql.query('UPDATE ticket SET is_held = true WHERE id = $1', [kept!.id]);
    await sql.query(`UPDATE ticket SET status = 'CLOSED' WHERE id = $1`, [closed!.id]);
    await sql.query('UPDATE person SET disabled_at = now() WHERE id = $1', [
      (await addActor('agent', { available: true })).id,
    ]);
    await addActor('agent', { available: false });
    expect(await routeWaiting()).toBe(0);
    expect(await reasonOf(plain!.id)).toBe('waiting: nobody is available');
    for (const one of [spam, trash, kept, closed]) expect(await reasonOf(one!.id)).toBeUndefined();
    await addActor('agent', { available: true });
    expect(await routeWaiting()).toBe(1);
    expect((await row(plain!.id)).status).toBe('ASSIGNED');
  });

  it('writes why a ticket waits, once for each reason, and anew when it changes', async () => {
    const { id } = await fileTicket(customer, { languages: ['fr'] });
    await routeWaiting();
    await routeWaiting();
    expect(await reasonOf(id)).toBe('waiting: nobody is available');
    const ada = await addActor('agent', { available: true, languages: ['en'] });
    await routeWaiting();
    expect(await reasonOf(id)).toBe('waiting: nobody online speaks French; 1 agent online without it');
    await addActor('agent', { available: true, languages: ['fr'], capacity: 0 });
    await routeWaiting();
    expect(await reasonOf(id)).toBe('waiting: 1 agent online with French, none has room for another ticket');
    await setPresence(ada, { is_available: false });
    await sql.query(`UPDATE person SET is_available = false WHERE 'fr' = ANY(languages)`);
    await routeWaiting();
    await routeWaiting();
    expect(await reasonsTold(id)).toEqual([
      'waiting: nobody is available',
      'waiting: nobody online speaks French; 1 agent online without it',
      'waiting: 1 agent online with French, none has room for another ticket',
      'waiting: nobody is available',
    ]);
    // it is said of all that ask the same, and no ticket is written for it
    const { rows } = await sql.query('SELECT type FROM event WHERE ticket_id = $1', [id]);
    expect(rows).toEqual([{ type: 'ticket.created' }]);
  });
});

/**
 * Of everything that went to an agent while he had room (by routing, or by hand without the warning) there is never
 * more than his limit; only what people gave him in full knowledge comes on top.
 */
async function expectCapacityKept(agents: Actor[], overByHand: Map<string, number>): Promise<void> {
  for (const agent of agents) {
    const { rows } = await sql.query<{ capacity: number; others: number }>(
      `SELECT p.capacity, count(t.id) AS others FROM person p LEFT JOIN ticket t ON t.assignee_id = p.id AND t.status = 'ASSIGNED'
       WHERE p.id = $1 GROUP BY p.id`,
      [agent.id],
    );
    const { capacity, others } = rows[0]!;
    expect(others - (overByHand.get(agent.id) ?? 0), agent.name).toBeLessThanOrEqual(capacity);
  }
}

/** Everybody's tickets as their histories tell: each assigned ticket was given exactly once. */
async function timesGiven(): Promise<{ given: number; tickets: number; twice: number }> {
  const { rows } = await sql.query<{ given: number; tickets: number; twice: number }>(
    `SELECT coalesce(sum(n), 0)::int AS given, count(*)::int AS tickets, count(*) FILTER (WHERE n > 1)::int AS twice FROM (
       SELECT t.id, count(e.id) AS n FROM ticket t
       JOIN event e ON e.ticket_id = t.id AND e.type = 'assignment.changed' GROUP BY t.id) AS per_ticket`,
  );
  return rows[0]!;
}

describe('many at once', () => {
  it('50 racing passes fill every place once and none twice', async () => {
    const agents = await many(8, (i) =>
      addActor('agent', { available: true, capacity: 3, capacityCalls: 2, capacityTotal: i % 2 ? 4 : null }),
    );
    await many(40, () => fileTicket(customer));
    await many(20, () => fileTicket(admin, { channel: 'CALL', customer: customer.id }));
    const given = await many(50, () => routeWaiting());
    const places = 4 * (3 + 2) + 4 * 4;
    expect(given.reduce((sum, n) => sum + n, 0)).toBe(places);
    expect(await overloadedAgents()).toEqual([]);
    expect(await timesGiven()).toEqual({ given: places, tickets: places, twice: 0 });
    expect(await brokenNumbering()).toEqual([]);
    expect((await Promise.all(agents.map(held))).every((n) => n >= 4)).toBe(true);
    // each gift mailed its agent once
    const mails = await sql.query<{ n: number }>(
      `SELECT count(*) AS n FROM outbound_mail WHERE template = 'assigned'`,
    );
    expect(mails.rows[0]!.n).toBe(places);
  });

  it('racing with people who assign by hand keeps the limits and one agent a ticket', async () => {
    const agents = await many(5, () => addActor('agent', { available: true, capacity: 4 }));
    const tickets = await many(40, () => fileTicket(customer));
    const over = new Map<string, number>();
    const byHand = tickets.slice(0, 15).map(async ({ id }, i) => {
      const agent = agents[i % agents.length]!;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 80));
      const before = (await row(id)).assignee_id;
      const { warnings } = await assignTicket(admin, id, { assigned_agent: agent.id });
      if (warnings.includes('over_capacity')) over.set(agent.id, (over.get(agent.id) ?? 0) + 1);
      return before;
    });
    await Promise.all([...byHand, many(50, () => routeWaiting())]);
    await routeWaiting();
    await expectCapacityKept(agents, over);
    expect(await brokenNumbering()).toEqual([]);
    // whoever the row names is whom its last change of hands named
    const { rows } = await sql.query(
      `SELECT t.id FROM ticket t JOIN LATERAL (
         SELECT data ->> 'to' AS last FROM event e WHERE e.ticket_id = t.id AND e.type = 'assignment.changed' ORDER BY seq DESC LIMIT 1
       ) e ON true WHERE t.assignee_id::text IS DISTINCT FROM e.last`,
    );
    expect(rows).toEqual([]);
  });

  it('through two workers: a queue of 60 drains to the limits while places come and go', async () => {
    const agents = await many(6, () => addActor('agent', { available: true, capacity: 3, email: null }));
    const workers = await many(2, () =>
      startWorker(testEnvironment({ SWEEP_SECONDS: '1', SMTP_URL: 'smtp://127.0.0.1:9' })),
    );
    try {
      const tickets = [];
      for (let i = 0; i < 6; i++) tickets.push(...(await many(10, () => fileTicket(customer))));
      const solved = new Set<string>();
      // each agent resolves what he has as soon as he has it, so that places come free while others are filled
      const work = async () => {
        const { rows } = await sql.query<{ id: string; assignee_id: string }>(
          `SELECT id, assignee_id FROM ticket WHERE status = 'ASSIGNED' LIMIT 5`,
        );
        await Promise.all(
          rows.map(async ({ id, assignee_id }) => {
            const agent = agents.find((one) => one.id === assignee_id)!;
            await changeStatus(agent, id, 'RESOLVED');
            solved.add(id);
          }),
        );
        expect(await overloadedAgents()).toEqual([]);
        return solved.size;
      };
      await expect.poll(work, { timeout: 30_000, interval: 20 }).toBe(tickets.length);
      expect(await timesGiven()).toEqual({ given: 60, tickets: 60, twice: 0 });
      expect(await brokenNumbering()).toEqual([]);
      expect(workers.every((worker) => worker.alive)).toBe(true);
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()));
    }
  });
});
