import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { addActor, fileTicket } from '@/tests/factories';
import { brokenNumbering } from '@/tests/invariants';
import { closePool } from '../db/pool';
import { sql } from '../db/transaction';
import { availableAgents } from '../queries/available-agents';
import type { Actor } from '../rules/permissions';
import { postMessageInput } from '../schemas/post-message';
import { assignTicket } from './assign-ticket';
import { claimTickets } from './claim-tickets';
import { editPerson } from './edit-person';
import { followPlans } from './follow-plans';
import { markRead } from './mark-read';
import { noteConnections } from './note-connections';
import { postMessage } from './post-message';
import { routeWaiting } from './route-waiting';
import { setPresence } from './set-presence';
import { watchPresence } from './watch-presence';

let ada: Actor;
beforeEach(async () => {
  await sql.query('TRUNCATE event, outbound_mail, message, ticket, demand, person_connection CASCADE');
  await sql.query('UPDATE person SET is_available = false');
  await sql.query(`DELETE FROM setting WHERE key = 'presence'`);
  ada = await addActor('agent', { name: 'Ada', available: true });
  await beat('one', 0);
  await beat('two', 0);
});
afterAll(() => closePool());

const addTicket = async () => fileTicket(await addActor('customer'));
const isThere = async () => (await availableAgents({ pace: null })).some(({ id }) => id === ada.id);
const set = (assignments: string) => sql.query(`UPDATE person SET ${assignments} WHERE id = $1`, [ada.id]);
const ago = (seconds: number) => `now() - make_interval(secs => ${seconds})`;
/** A process of this name has said so many seconds ago that it lives. */
const beat = (process: string, seconds: number) =>
  sql.query(
    `INSERT INTO heartbeat (process, kind, beat_at) VALUES ($1, 'web', ${ago(seconds)})
     ON CONFLICT (process) DO UPDATE SET beat_at = excluded.beat_at`,
    [process],
  );
/** What was closed has been so for this long. */
const closed = (seconds: number) => sql.query(`UPDATE person_connection SET closed_at = ${ago(seconds)}`);
const told = async () =>
  (
    await sql.query<{ data: Record<string, unknown> }>(
      `SELECT data FROM event WHERE type = 'availability.changed' AND data ->> 'person_id' = $1 ORDER BY created_at, id`,
      [ada.id],
    )
  ).rows.map(({ data }) => data);

describe('intent', () => {
  it('is one with is_available, whichever is written', async () => {
    const row = async () =>
      (await sql.query(`SELECT intent, is_available, intent_reason FROM person WHERE id = $1`, [ada.id]))
        .rows[0];
    expect(await row()).toMatchObject({ intent: 'online', is_available: true });
    await set(`intent = 'break', intent_reason = 'Lunch'`);
    expect(await row()).toMatchObject({ intent: 'break', is_available: false, intent_reason: 'Lunch' });
    await set('is_available = true');
    expect(await row()).toMatchObject({ intent: 'online', is_available: true, intent_reason: null });
  });

  it('has a reason of the settings only, and each change is told once', async () => {
    await expect(setPresence(ada, { intent: 'break', reason: 'Lunch' })).rejects.toThrow();
    await sql.query(`INSERT INTO setting (key, value) VALUES ('presence', $1)`, [
      JSON.stringify({
        grace_seconds: 120,
        handover_minutes: 5,
        away_replies: 'waiting',
        reasons: ['Lunch'],
      }),
    ]);
    const { presence } = await setPresence(ada, { intent: 'break', reason: 'Lunch' });
    expect(presence).toMatchObject({ intent: 'break', reason: 'Lunch', is_lost: false });
    await setPresence(ada, { intent: 'break', reason: 'Lunch' });
    await setPresence(ada, { is_available: true });
    expect(await told()).toMatchObject([
      { intent: 'break', reason: 'Lunch', is_available: false, cause: 'self' },
      { intent: 'online', reason: null, is_available: true, is_live: true },
    ]);
  });
});

describe('liveness', () => {
  it('is lost only by who had it, after the grace of the last window, and is told', async () => {
    await set(`spell_at = ${ago(3600)}`);
    await watchPresence();
    expect(await isThere()).toBe(true);
    await noteConnections('one', [ada.id]);
    await noteConnections('two', [ada.id]);
    await noteConnections('one', []);
    await closed(200);
    // the window of the other process is open still
    await noteConnections('two', [ada.id]);
    expect(await isThere()).toBe(true);
    await noteConnections('two', []);
    expect(await isThere()).toBe(true);
    await closed(119);
    expect(await isThere()).toBe(true);
    await closed(121);
    expect(await isThere()).toBe(false);
    await watchPresence();
    await watchPresence();
    await noteConnections('one', [ada.id]);
    expect(await isThere()).toBe(true);
    expect(await told()).toMatchObject([
      { is_available: true, is_live: false, cause: 'connection' },
      { is_available: true, is_live: true, cause: 'connection' },
    ]);
  });

  it('does not come from a process that was killed', async () => {
    await set(`spell_at = ${ago(3600)}`);
    await noteConnections('one', [ada.id]);
    await beat('one', 130);
    expect(await isThere()).toBe(true);
    await beat('one', 141);
    expect(await isThere()).toBe(false);
    // and its heartbeat is forgotten one day
    await watchPresence();
    await sql.query(`DELETE FROM heartbeat WHERE process = 'one'`);
    expect(await isThere()).toBe(false);
  });

  it('counts from when he is online: said again without a screen, he is there', async () => {
    await set(`spell_at = ${ago(3600)}`);
    await noteConnections('one', [ada.id]);
    await noteConnections('one', []);
    await closed(300);
    await watchPresence();
    expect(await isThere()).toBe(false);
    expect((await setPresence(ada, { is_available: true })).presence.is_lost).toBe(false);
    expect(await isThere()).toBe(true);
  });

  it('does not matter to who is reached on his phone', async () => {
    await set(`spell_at = ${ago(3600)}`);
    await noteConnections('one', [ada.id]);
    await noteConnections('one', []);
    await closed(300);
    await watchPresence();
    await setPresence(ada, { stays_reachable: true });
    expect(await isThere()).toBe(true);
    expect((await told()).at(-1)).toMatchObject({ is_live: true });
  });
});

describe('what routing gave to who is away', () => {
  const given = async () => {
    const { id } = await fileTicket(await addActor('customer'));
    await routeWaiting();
    return id;
  };
  const holder = async (id: string) =>
    (await sql.query(`SELECT assignee_id, status, routing_reason FROM ticket WHERE id = $1`, [id])).rows[0];

  it('goes back to the queue after the minutes, unless he began it', async () => {
    const [begun, fresh] = [await given(), await given()];
    await sql.query(`UPDATE ticket SET status = 'IN_PROGRESS' WHERE id = $1`, [begun]);
    await setPresence(ada, { intent: 'away' });
    await set(`availability_changed_at = ${ago(299)}`);
    await watchPresence();
    expect(await holder(fresh)).toMatchObject({ assignee_id: ada.id });
    await set(`availability_changed_at = ${ago(301)}`);
    await watchPresence();
    expect(await holder(begun)).toMatchObject({ assignee_id: ada.id });
    expect(await holder(fresh)).toMatchObject({ assignee_id: null, status: 'OPEN' });
    const { rows } = await sql.query(
      `SELECT data FROM event WHERE ticket_id = $1 AND type = 'assignment.changed' ORDER BY seq DESC LIMIT 1`,
      [fresh],
    );
    expect(rows[0]).toMatchObject({
      data: {
        reason: 'waiting again: Ada has been away for 5 minutes without an answer',
        reason_code: 'unanswered',
      },
    });
  });

  it('stays with who is busy or there', async () => {
    const id = await given();
    await set(`availability_changed_at = ${ago(3600)}`);
    await watchPresence();
    await setPresence(ada, { intent: 'busy' });
    await set(`availability_changed_at = ${ago(3600)}`);
    await watchPresence();
    expect(await holder(id)).toMatchObject({ assignee_id: ada.id });
  });

  it('goes back as well when he is missed for so long', async () => {
    const id = await given();
    await noteConnections('one', [ada.id]);
    await noteConnections('one', []);
    await set(`spell_at = ${ago(3600)}`);
    await closed(130);
    await watchPresence();
    expect(await holder(id)).toMatchObject({ assignee_id: ada.id });
    await set(`lost_at = ${ago(301)}`);
    await watchPresence();
    expect(await holder(id)).toMatchObject({ assignee_id: null });
  });
});

it('what somebody took and has not opened goes back, where the workspace wants that', async () => {
  const tickets = [await addTicket(), await addTicket()];
  await claimTickets(ada, { limit: 2, by: 'creation' });
  const [opened, left] = tickets.map(({ id }) => id);
  const { rows } = await sql.query<{ message: string }>(
    'SELECT first_message_id AS message FROM ticket WHERE id = $1',
    [opened],
  );
  await markRead(ada, opened!, rows[0]!.message);
  await sql.query(`UPDATE ticket SET assigned_at = ${ago(1801)}`);
  const holders = async () =>
    (await sql.query(`SELECT id, assignee_id FROM ticket ORDER BY id`)).rows.map(
      ({ assignee_id }) => assignee_id,
    );
  await watchPresence();
  expect(await holders()).toEqual([ada.id, ada.id]);
  await sql.query(`INSERT INTO setting (key, value) VALUES ('claim_return_minutes', '30')`);
  try {
    await watchPresence();
  } finally {
    await sql.query(`DELETE FROM setting WHERE key = 'claim_return_minutes'`);
  }
  expect(await holders()).toEqual([ada.id, null]);
  const event = await sql.query(
    `SELECT data ->> 'reason' AS reason FROM event WHERE ticket_id = $1 AND type = 'assignment.changed' ORDER BY seq DESC LIMIT 1`,
    [left],
  );
  expect(event.rows).toEqual([{ reason: 'waiting again: Ada took it 30 minutes ago and has not opened it' }]);
});

describe('what its customer answers while its agent is away', () => {
  it.each([
    ['waiting', 'IN_PROGRESS', true],
    ['all', 'IN_PROGRESS', false],
    ['all', 'WAITING_ON_CUSTOMER', false],
    ['waiting', 'WAITING_ON_CUSTOMER', false],
  ])('setting %s, ticket %s: stays with him is %s', async (away_replies, status, stays) => {
    await sql.query(`INSERT INTO setting (key, value) VALUES ('presence', $1)`, [
      JSON.stringify({ grace_seconds: 120, handover_minutes: 5, away_replies, reasons: [] }),
    ]);
    const customer = await addActor('customer');
    const { id } = await fileTicket(customer);
    await assignTicket(ada, id, { assigned_agent: ada.id });
    await sql.query('UPDATE ticket SET status = $2 WHERE id = $1', [id, status]);
    await setPresence(ada, { intent: 'away' });
    await postMessage(customer, id, postMessageInput.parse({ body: 'It still says E-50.' }), 'WEB');
    const { rows } = await sql.query('SELECT assignee_id, status FROM ticket WHERE id = $1', [id]);
    expect(rows).toEqual([
      stays ? { assignee_id: ada.id, status: 'IN_PROGRESS' } : { assignee_id: null, status: 'OPEN' },
    ]);
  });
});

describe('plans', () => {
  const today = (new Date().getUTCDay() + 6) % 7;
  /** Open all day on one day of the week. */
  const only = (day: number) =>
    JSON.stringify(Array.from({ length: 7 }, (_, n) => (n === day ? [{ from: '00:00', to: '24:00' }] : [])));
  const dateIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const intent = async () =>
    (await sql.query<{ intent: string }>('SELECT intent FROM person WHERE id = $1', [ada.id])).rows[0]!
      .intent;
  const follow = async (shifts: string) => {
    await sql.query('UPDATE person SET shifts = $2, shift_at = NULL WHERE id = $1', [ada.id, shifts]);
    await set(`availability_changed_at = ${ago(2 * 86_400)}`);
    await followPlans();
  };

  it('a shift brings him online once he is there, and offline, unless he said otherwise since', async () => {
    await setPresence(ada, { is_available: false });
    await follow(only(today));
    expect(await intent()).toBe('online');
    expect(await isThere()).toBe(false);
    await noteConnections('one', [ada.id]);
    expect(await isThere()).toBe(true);
    await setPresence(ada, { intent: 'away' });
    await sql.query('UPDATE person SET shift_at = NULL WHERE id = $1', [ada.id]);
    await followPlans();
    expect(await intent()).toBe('away');
    await setPresence(ada, { is_available: true });
    await follow(only((today + 6) % 7));
    expect(await intent()).toBe('offline');
    expect((await told()).filter(({ cause }) => cause === 'plan')).toHaveLength(2);
  });

  it('who is out of office has his answers with his stand-in, and who assigns to him is told', async () => {
    const [admin, customer] = [await addActor('admin'), await addActor('customer')];
    const bo = await addActor('agent', { name: 'Bo' });
    const { id } = await fileTicket(customer);
    await assignTicket(admin, id, { assigned_agent: ada.id });
    const absence = { from: dateIn(-1), to: dateIn(1), stand_in: bo.id };
    await expect(editPerson(ada, ada.id, { absence: { ...absence, stand_in: ada.id } })).rejects.toThrow();
    expect((await editPerson(ada, ada.id, { absence })).presence).toMatchObject({ absent_until: absence.to });
    const other = await fileTicket(customer);
    const { warnings } = await assignTicket(admin, other.id, { assigned_agent: ada.id });
    expect(warnings).toEqual(['agent_absent']);
    await postMessage(customer, id, postMessageInput.parse({ body: 'And now?' }), 'WEB');
    const { rows } = await sql.query(
      `SELECT assignee_id, routing_reason ->> 'text' AS reason FROM ticket WHERE id = $1`,
      [id],
    );
    expect(rows[0]).toEqual({ assignee_id: bo.id, reason: 'given to Bo, who stands in for Ada' });
    expect(await brokenNumbering()).toEqual([]);
  });
});

/** What a person would say who looked on: who is there, by nothing but what happened. */
interface Seen {
  actor: Actor;
  isOnline: boolean;
  isReachable: boolean;
  /** Process, and for how long its line is closed; 0 while it is open. Only lines of this spell. */
  lines: Map<string, number>;
}
const isSeen = ({ isOnline, isReachable, lines }: Seen) =>
  isOnline && (isReachable || lines.size === 0 || [...lines.values()].some((closedFor) => closedFor < 120));

it('nobody is given work who is not there, and nobody waits while somebody is', async () => {
  await setPresence(ada, { is_available: false });
  const customer = await addActor('customer');
  const people: Seen[] = await Promise.all(
    ['Bo', 'Cy', 'Di'].map(async (name) => ({
      actor: await addActor('agent', { name, capacity: 1000 }),
      ...{ isOnline: false, isReachable: false, lines: new Map<string, number>() },
    })),
  );
  // the same each time: a failure can be looked at
  let state = 20261123;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const held = (process: string) =>
    people.filter(({ lines }) => lines.get(process) === 0).map(({ actor }) => actor.id);
  const acts: ((one: Seen) => Promise<unknown>)[] = [
    async (one) => {
      one.isOnline = true;
      for (const [process, closedFor] of one.lines) if (closedFor > 0) one.lines.delete(process);
      await setPresence(one.actor, { is_available: true });
    },
    async (one) => {
      one.isOnline = false;
      await setPresence(one.actor, { intent: (['busy', 'away', 'break', 'offline'] as const)[random(4)] });
    },
    async (one) => {
      one.isReachable = random(4) === 0;
      await setPresence(one.actor, { stays_reachable: one.isReachable });
    },
    async (one) => {
      const process = ['one', 'two'][random(2)]!;
      one.lines.set(process, one.lines.get(process) === 0 ? 0.001 : 0);
      await noteConnections(process, held(process));
    },
    async () => {
      const seconds = [30, 70, 130][random(3)]!;
      for (const { lines } of people)
        for (const [process, closedFor] of lines) if (closedFor > 0) lines.set(process, closedFor + seconds);
      const earlier = (column: string) => `${column} = ${column} - make_interval(secs => ${seconds})`;
      await sql.query(`UPDATE person_connection SET ${earlier('opened_at')}, ${earlier('closed_at')}`);
      await sql.query(`UPDATE person SET ${earlier('spell_at')}`);
      if (random(2) === 0) await watchPresence();
    },
  ];
  for (let step = 0; step < 60; step++) {
    await acts[random(acts.length)]!(people[random(people.length)]!);
    const { id } = await fileTicket(customer);
    await routeWaiting();
    const { rows } = await sql.query<{ assignee_id: string | null }>(
      'DELETE FROM ticket WHERE id = $1 RETURNING assignee_id',
      [id],
    );
    const there = people.filter(isSeen).map(({ actor }) => actor.id);
    expect([step, there.length > 0, there]).toEqual([
      step,
      rows[0]!.assignee_id !== null,
      rows[0]!.assignee_id === null ? [] : expect.arrayContaining([rows[0]!.assignee_id]),
    ]);
  }
}, 60_000);
