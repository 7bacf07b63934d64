import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { testEnvironment } from '@/tests/environment';
import { addActor, fileTicket } from '@/tests/factories';
import { brokenNumbering } from '@/tests/invariants';
import { startWorker } from '@/tests/processes';
import { closePool } from '../db/pool';
import { sql } from '../db/transaction';
import { Refusal } from '../errors';
import { jobsFor } from '../events/reactions';
import { getTicketRouting } from '../queries/get-ticket-routing';
import { listOffers } from '../queries/list-offers';
import { personLoads } from '../queries/person-loads';
import type { Actor } from '../rules/permissions';
import type { Settings } from '../schemas/settings';
import { acceptOffer, declineOffer } from './answer-offer';
import { assignTicket } from './assign-ticket';
import { setBlocked } from './block-pair';
import { changeStatus } from './change-status';
import { claimTickets } from './claim-tickets';
import { endDueOffers, endOffer } from './end-offers';
import { endWrapUp } from './end-wrap-up';
import { routeWaiting } from './route-waiting';
import { deleteTicket } from './set-aside-ticket';
import { setPresence } from './set-presence';

let customer: Actor;
let ada: Actor;
beforeEach(async () => {
  await sql.query(
    'TRUNCATE event, outbound_mail, message, ticket, demand, person_connection, blocked_pair CASCADE',
  );
  await sql.query(`UPDATE person SET is_available = false`);
  await offers({ call: { ring_seconds: 20, wrap_up_seconds: 30 }, chat: null });
  customer = await addActor('customer');
  ada = await addActor('agent', { name: 'Ada', available: true });
});
afterAll(async () => {
  await sql.query(`DELETE FROM setting WHERE key = 'offers'`);
  await closePool();
});

const offers = (value: Settings['offers']) =>
  sql.query(
    `INSERT INTO setting (key, value) VALUES ('offers', $1) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [JSON.stringify(value)],
  );
const call = () => fileTicket(customer, { subject: 'Call' }, 'CALL');
const ringsAt = async (agent: Actor) =>
  (await listOffers(agent)).results.map(({ ticket: { number } }) => number);
const row = async (id: string) =>
  (
    await sql.query<{
      assignee_id: string | null;
      status: string;
      offer_id: string | null;
      routing_reason: { code: string } | null;
    }>('SELECT assignee_id, status, offer_id, routing_reason FROM ticket WHERE id = $1', [id])
  ).rows[0]!;
const told = async (id: string) =>
  (
    await sql.query<{ type: string }>(
      `SELECT type FROM event WHERE ticket_id = $1 AND (type LIKE 'offer.%' OR type LIKE 'wrap_up.%' OR type = 'assignment.changed')
       ORDER BY seq`,
      [id],
    )
  ).rows.map(({ type }) => type);
const load = async (agent: Actor) => (await personLoads(sql, [agent.id])).get(agent.id)!;
/** As if what rings had rung for its time, or what was refused had been refused a minute ago. */
const later = (column: 'until' | 'ended_at' | 'wrap_up_until') =>
  sql.query(`UPDATE offer SET ${column} = ${column} - interval '61 seconds'`);

describe('a call that rings', () => {
  it('rings at one, stays nobody’s, takes a place, and is his once he accepts, who is not mailed', async () => {
    const { id, number } = await call();
    expect(await routeWaiting()).toBe(1);
    expect(await routeWaiting()).toBe(0);
    expect(await row(id)).toMatchObject({
      assignee_id: null,
      status: 'OPEN',
      routing_reason: { code: 'ringing' },
    });
    expect([await ringsAt(ada), await load(ada)]).toEqual([[number], { call: 1, other: 0 }]);
    expect((await claimTickets(ada, { limit: 15, by: 'creation' })).results).toEqual([]);

    const ticket = await acceptOffer(ada, String(number));
    expect(ticket).toMatchObject({ assigned_agent: ada.id, status: 'ASSIGNED', ringing: null });
    expect(ticket.routing.text).toBe('accepted by Ada: the only one with room (0 of 3 places used before)');
    expect(await told(id)).toEqual(['offer.made', 'offer.accepted', 'assignment.changed']);
    expect([await ringsAt(ada), await load(ada)]).toEqual([[], { call: 1, other: 0 }]);
    expect((await sql.query(`SELECT 1 FROM outbound_mail WHERE template = 'assigned'`)).rowCount).toBe(0);
    expect((await getTicketRouting(ada, id)).decisions).toMatchObject([
      { agent: { id: ada.id }, outcome: 'given', winner: { won: 'only', used: 0, of: 3 } },
    ]);
    await expect(acceptOffer(ada, id)).rejects.toMatchObject({ code: 'offer_over' });
    expect(await brokenNumbering()).toEqual([]);
  });

  it('goes to the next at once when it is declined, and comes back after a while, never not at all', async () => {
    const bruno = await addActor('agent', { name: 'Bruno', available: true });
    const { id, number } = await call();
    await routeWaiting();
    const [first, second] = (await ringsAt(ada)).length === 1 ? [ada, bruno] : [bruno, ada];
    await declineOffer(first, id);
    expect([await load(first), await ringsAt(second)]).toEqual([{ call: 0, other: 0 }, []]);
    await routeWaiting();
    expect(await ringsAt(second)).toEqual([number]);
    await declineOffer(second, id);
    // both have just refused it; what stands behind is not held up by it, and nothing runs in a circle
    const behind = await call();
    expect(await routeWaiting()).toBe(1);
    expect((await row(behind.id)).offer_id).not.toBeNull();
    expect(await routeWaiting()).toBe(0);
    const { waiting, decisions } = await getTicketRouting(ada, id);
    expect(decisions.map(({ agent, outcome }) => [agent.id, outcome])).toEqual([
      [second.id, 'declined'],
      [first.id, 'declined'],
    ]);
    expect(waiting).toMatchObject({ excluded: { barred: 2 }, reason: { code: 'barred' } });
    await later('ended_at');
    expect(await routeWaiting()).toBe(1);
    expect((await row(id)).offer_id).not.toBeNull();
    expect(await told(id)).toEqual([
      'offer.made',
      'offer.declined',
      'offer.made',
      'offer.declined',
      'offer.made',
    ]);
  });

  it('says on the demand that who could take it may not', async () => {
    const { id } = await call();
    await routeWaiting();
    await declineOffer(ada, id);
    await routeWaiting();
    const { rows } = await sql.query(`SELECT reason ->> 'code' AS code FROM demand`);
    expect(rows).toEqual([{ code: 'barred' }]);
  });

  it('ends when it has rung for its time, once, by its job or by the sweep when that was lost', async () => {
    const { id } = await call();
    await routeWaiting();
    const offerId = (await row(id)).offer_id!;
    expect(await endOffer(offerId)).toBe('done');
    expect((await row(id)).offer_id).toBe(offerId);
    await later('until');
    await Promise.all([endDueOffers(), endOffer(offerId), endDueOffers()]);
    expect(await told(id)).toEqual(['offer.made', 'offer.missed']);
    expect(await row(id)).toMatchObject({ offer_id: null, routing_reason: null });
    await expect(acceptOffer(ada, id)).rejects.toMatchObject({ code: 'offer_over' });
    const { rows } = await sql.query<never>(`SELECT *, false AS has_mail FROM event ORDER BY id`);
    const jobs = jobsFor(rows).map(({ name, delay = 0 }) => [name, Math.round(delay / 10_000)]);
    expect(jobs).toContainEqual(['end-offer', 2]);
    expect(jobs).toContainEqual(['route', 0]);
    expect(jobs).toContainEqual(['route', 6]);
  });

  it('is ended by one of all who end it at the same moment', async () => {
    const bruno = await addActor('agent', { name: 'Bruno', languages: ['de'] });
    const admin = await addActor('admin');
    for (let round = 0; round < 12; round++) {
      await sql.query('TRUNCATE offer CASCADE');
      await sql.query('UPDATE ticket SET deleted_at = now(), offer_id = NULL');
      const { id } = await call();
      await routeWaiting();
      const offerId = (await row(id)).offer_id!;
      await later('until');
      const acts = [
        () => acceptOffer(ada, id),
        () => declineOffer(ada, id),
        () => endOffer(offerId),
        () => endDueOffers(),
        () => assignTicket(bruno, id, { assigned_agent: bruno.id }),
        () => deleteTicket(admin, id),
        () => setPresence(ada, { intent: 'away' }),
        () => routeWaiting(),
      ];
      const turned = [...acts.slice(round % acts.length), ...acts.slice(0, round % acts.length)];
      const ends = await Promise.allSettled(turned.map<Promise<unknown>>((act) => act()));
      // who came too late is told so; nothing else goes wrong
      for (const end of ends) if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(Refusal);
      const events = await told(id);
      const made = events.filter((type) => type === 'offer.made').length;
      const ended = events.filter((type) => type.startsWith('offer.') && type !== 'offer.made').length;
      const ringing = (await row(id)).offer_id === null ? 0 : 1;
      expect({ round, made, events }).toEqual({ round, made: ended + ringing, events });
      expect(events.filter((type) => type === 'offer.accepted').length).toBeLessThanOrEqual(1);
      await setPresence(ada, { is_available: true });
    }
    expect(await brokenNumbering()).toEqual([]);
  });

  it('is withdrawn when somebody takes it, when it leaves the queue, and when its agent goes away', async () => {
    const bruno = await addActor('agent', { name: 'Bruno' });
    const admin = await addActor('admin');
    const taken = await call();
    await routeWaiting();
    await assignTicket(bruno, taken.id, { assigned_agent: bruno.id });
    expect(await told(taken.id)).toEqual(['offer.made', 'assignment.changed', 'offer.withdrawn']);
    expect(await row(taken.id)).toMatchObject({ offer_id: null, routing_reason: { code: 'taken' } });

    const deleted = await call();
    await routeWaiting();
    await deleteTicket(admin, deleted.id);
    expect(await row(deleted.id)).toMatchObject({ offer_id: null, routing_reason: null });

    const left = await call();
    await routeWaiting();
    expect(await ringsAt(ada)).toEqual([left.number]);
    await setPresence(ada, { intent: 'break' });
    expect([await ringsAt(ada), await told(left.id)]).toEqual([[], ['offer.made', 'offer.withdrawn']]);
    // back again it rings at once: nobody has refused it
    await setPresence(ada, { is_available: true });
    await routeWaiting();
    expect(await ringsAt(ada)).toEqual([left.number]);
  });
});

describe('through workers', () => {
  it('rings on though the worker that began it is killed, and at the next one when its time is over', async () => {
    await offers({ call: { ring_seconds: 5, wrap_up_seconds: 0 }, chat: null });
    await addActor('agent', { name: 'Bruno', available: true });
    const start = () => startWorker(testEnvironment({ SWEEP_SECONDS: '1', SMTP_URL: 'smtp://127.0.0.1:9' }));
    const [first, { id }] = await Promise.all([start(), call()]);
    await expect.poll(() => told(id)).toEqual(['offer.made']);
    await first.kill('SIGKILL');
    const second = await start();
    try {
      await expect
        .poll(() => told(id), { timeout: 15_000 })
        .toEqual(['offer.made', 'offer.missed', 'offer.made']);
      const { rows } = await sql.query('SELECT DISTINCT person_id FROM offer WHERE ticket_id = $1', [id]);
      expect(rows).toHaveLength(2);
    } finally {
      await second.stop();
    }
  });
});

describe('one live call at a time', () => {
  it('holds while calls ring, from the first ring to the end of the wrap-up; given at once the limit alone does', async () => {
    const [one, two] = [await call(), await call()];
    expect(await routeWaiting()).toBe(1);
    await acceptOffer(ada, one.id);
    expect(await routeWaiting()).toBe(0);
    await changeStatus(ada, one.id, 'RESOLVED');
    // his place stays taken while he wraps up
    expect([await routeWaiting(), await load(ada)]).toEqual([0, { call: 1, other: 0 }]);
    expect((await listOffers(ada)).wrap_ups).toMatchObject([{ ticket: { number: one.number } }]);
    expect((await endWrapUp(ada)).wrap_ups).toEqual([]);
    expect([await load(ada), await routeWaiting()]).toEqual([{ call: 0, other: 0 }, 1]);

    await acceptOffer(ada, two.id);
    await changeStatus(ada, two.id, 'RESOLVED');
    // by mistake: then it goes on
    await changeStatus(ada, two.id, 'IN_PROGRESS');
    expect([(await listOffers(ada)).wrap_ups, await load(ada)]).toEqual([[], { call: 1, other: 0 }]);
    await changeStatus(ada, two.id, 'RESOLVED');
    await later('wrap_up_until');
    expect(await load(ada)).toEqual({ call: 0, other: 0 });
    await endDueOffers();
    expect(await told(two.id)).toEqual([
      ...['offer.made', 'offer.accepted', 'assignment.changed'],
      ...['wrap_up.began', 'wrap_up.ended', 'wrap_up.began', 'wrap_up.ended'],
    ]);

    await offers({ call: null, chat: null });
    for (let n = 0; n < 4; n++) await call();
    expect([await routeWaiting(), await load(ada)]).toEqual([3, { call: 3, other: 0 }]);
  });
});

describe('a blocked pair', () => {
  it('is never given by routing, which looks further; by hand it is possible, with a warning', async () => {
    const friend = await addActor('customer');
    await setBlocked(ada, customer.id, ada.id, true);
    const blocked = [await fileTicket(customer), await fileTicket(customer)];
    const free = await fileTicket(friend);
    await sql.query('UPDATE person SET capacity = 1 WHERE id = $1', [ada.id]);
    expect(await routeWaiting()).toBe(1);
    expect((await row(free.id)).assignee_id).toBe(ada.id);
    expect(await setBlocked(ada, customer.id, ada.id, true)).toMatchObject({
      blocked_agents: [{ id: ada.id, name: 'Ada', by: 'Ada' }],
    });
    const { warnings } = await assignTicket(ada, blocked[0]!.id, { assigned_agent: ada.id });
    expect(warnings).toContain('customer_blocked');
    await sql.query('UPDATE person SET capacity = 4 WHERE id = $1', [ada.id]);
    expect(await routeWaiting()).toBe(0);
    await setBlocked(ada, customer.id, ada.id, false);
    expect(await routeWaiting()).toBe(1);
    const { rows } = await sql.query(
      `SELECT type FROM event WHERE type LIKE 'pair.%blocked' AND data ->> 'agent_id' = $1 ORDER BY id`,
      [ada.id],
    );
    expect(rows).toEqual([{ type: 'pair.blocked' }, { type: 'pair.unblocked' }]);
  });
});
