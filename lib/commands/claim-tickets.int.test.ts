import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { addActor, fileTicket } from '@/tests/factories';
import { fileWaiting } from '@/tests/file-waiting';
import { brokenNumbering } from '@/tests/invariants';
import { closePool } from '../db/pool';
import { sql } from '../db/transaction';
import { Forbidden } from '../errors';
import type { Actor } from '../rules/permissions';
import { assignTicket } from './assign-ticket';
import { claimTickets } from './claim-tickets';
import { createTeam } from './create-team';
import { routeWaiting } from './route-waiting';
import { sellTickets } from './sell-tickets';

let customer: Actor;
let admin: Actor;
beforeEach(async () => {
  await sql.query('TRUNCATE event, outbound_mail, message, ticket, demand CASCADE');
  await sql.query(`UPDATE person SET is_available = false`);
  await sql.query(`DELETE FROM setting WHERE key = 'claims'`);
  [customer, admin] = await Promise.all([addActor('customer'), addActor('admin')]);
});
afterAll(() => closePool());

const many = <T>(n: number, make: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: n }, (_, i) => make(i)));
const all = { limit: 15, by: 'creation' } as const;
const ids = ({ results }: { results: { id: string }[] }) => results.map(({ id }) => id);

describe('a claim', () => {
  it('by 20 agents at once gives nothing twice, skips nothing and is together the oldest of 3,000', async () => {
    await fileWaiting(customer, 3_000);
    const agents = await many(20, () => addActor('agent'));
    const claims = (await many(3, () => Promise.all(agents.map((agent) => claimTickets(agent, all))))).flat();
    const taken = claims.flatMap(ids);
    expect(taken).toHaveLength(20 * 3 * 15);
    expect(new Set(taken).size).toBe(taken.length);
    const { rows } = await sql.query<{ id: string; assignee_id: string; status: string }>(
      'SELECT id, assignee_id, status FROM ticket ORDER BY created_at, id LIMIT $1',
      [taken.length],
    );
    expect(new Set(taken)).toEqual(new Set(rows.map(({ id }) => id)));
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['ASSIGNED']));
    // each of them from the oldest on
    const place = new Map(rows.map(({ id }, n) => [id, n]));
    for (const claim of claims) {
      const places = ids(claim).map((id) => place.get(id)!);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
    // 4 places, 45 tickets, and nobody switched himself available
    expect(claims[0]!.warnings).toEqual(['agent_unavailable', 'over_capacity']);
    expect(await brokenNumbering()).toEqual([]);
  });

  it('is the same when it is repeated, and none of a customer or an admin', async () => {
    await fileWaiting(customer, 10);
    const agent = await addActor('agent');
    const attempt = { key: randomUUID(), hash: 'one' };
    const [first, again] = await many(2, () => claimTickets(agent, { limit: 3, by: 'creation' }, attempt));
    expect(ids(first!)).toEqual(ids(again!));
    expect(ids(first!)).toHaveLength(3);
    for (const other of [customer, admin]) expect(() => claimTickets(other, all)).toThrow(Forbidden);
  });

  it('keeps to languages and teams, and takes in the queue’s order when asked', async () => {
    const team = await createTeam(admin, {
      name: 'Loans',
      members: [],
      routing: null,
      claims: null,
      keeps_skills: false,
    });
    await fileTicket(customer, { languages: ['fr'] });
    const theirs = await fileTicket(customer);
    await sql.query('UPDATE ticket SET team_id = $2 WHERE id = $1', [theirs.id, team.id]);
    const plain = await fileTicket(customer, { languages: ['de'] });
    const high = await fileTicket(customer, { priority: 'HIGH' });
    const call = await fileTicket(admin, { channel: 'CALL', customer: customer.id, priority: 'LOW' });
    const agent = await addActor('agent', { languages: ['en', 'de'] });
    const claim = await claimTickets(agent, { limit: 15, by: 'queue' });
    expect(ids(claim)).toEqual([call.id, high.id, plain.id]);
    expect(ids(await claimTickets(agent, all))).toEqual([]);
  });

  it('of a team that respects capacity ends where the room does, and of one that switched it off brings nothing', async () => {
    await fileWaiting(customer, 10);
    await sql.query(`INSERT INTO setting (key, value) VALUES ('claims', '"room"')`);
    const agent = await addActor('agent', { available: true, capacity: 4 });
    const claim = await claimTickets(agent, all);
    expect([claim.results.length, claim.warnings]).toEqual([4, []]);
    await sql.query(`UPDATE setting SET value = '"off"' WHERE key = 'claims'`);
    expect(ids(await claimTickets(await addActor('agent'), all))).toEqual([]);
  });

  it('and routing at the same moment: each ticket has one, and routing gives nobody more than his places', async () => {
    await fileWaiting(customer, 200);
    const pushed = await many(5, () => addActor('agent', { available: true, capacity: 8 }));
    const pulling = await many(5, () => addActor('agent'));
    await Promise.all([
      ...pulling.flatMap((agent) => [
        claimTickets(agent, all),
        claimTickets(agent, { limit: 15, by: 'queue' }),
      ]),
      many(10, () => routeWaiting()),
    ]);
    const { rows } = await sql.query<{ assignee_id: string; n: number }>(
      'SELECT assignee_id, count(*)::int AS n FROM ticket WHERE assignee_id IS NOT NULL GROUP BY 1',
    );
    const held = new Map(rows.map((row) => [row.assignee_id, row.n]));
    expect(pushed.map(({ id }) => held.get(id))).toEqual(Array(5).fill(8));
    expect(pulling.map(({ id }) => held.get(id))).toEqual(Array(5).fill(30));
    expect(await brokenNumbering()).toEqual([]);
  });
});

describe('done with these', () => {
  it('resolves what is mine and says why the rest is left', async () => {
    await fileWaiting(customer, 4);
    const [agent, other] = await many(2, () => addActor('agent'));
    const mine = ids(await claimTickets(agent!, { limit: 2, by: 'creation' }));
    const [theirs] = ids(await claimTickets(other!, { limit: 1, by: 'creation' }));
    const asleep = (await claimTickets(agent!, { limit: 1, by: 'creation' })).results[0]!.id;
    await sql.query(`UPDATE ticket SET snoozed_until = now() + interval '1 hour' WHERE id = $1`, [asleep]);
    const closed = (await fileTicket(customer)).id;
    await assignTicket(admin, closed, { assigned_agent: agent!.id });
    await sql.query(`UPDATE ticket SET status = 'CLOSED' WHERE id = $1`, [closed]);
    const unknown = randomUUID();
    const asked = { ticket_ids: [...mine, theirs!, unknown, asleep, closed] };
    const report = {
      resolved: [...mine, asleep],
      refused: [
        { id: theirs, code: 'not_found' },
        { id: unknown, code: 'not_found' },
        { id: closed, code: 'invalid_transition' },
      ],
    };
    expect(await sellTickets(agent!, asked)).toEqual(report);
    // once more is no other answer, and nobody hears of it twice
    const before = await sql.query('SELECT count(*) AS n FROM event');
    expect(await sellTickets(agent!, asked)).toEqual(report);
    expect((await sql.query('SELECT count(*) AS n FROM event')).rows).toEqual(before.rows);
    const { rows } = await sql.query(
      `SELECT status, snoozed_until, waiting_since FROM ticket WHERE id = ANY($1::uuid[])`,
      [report.resolved],
    );
    expect(rows).toEqual(Array(3).fill({ status: 'RESOLVED', snoozed_until: null, waiting_since: null }));
    const mails = await sql.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM outbound_mail WHERE template = 'status' AND person_id = $1`,
      [customer.id],
    );
    expect(mails.rows[0]!.n).toBe(3);
    expect(await brokenNumbering()).toEqual([]);
  });
});
