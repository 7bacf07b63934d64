import { beforeAll, expect, it } from 'vitest';
import { newId } from '@/lib/clock';
import { addActor, fileTicket } from '@/tests/factories';
import { assignTicket } from '../commands/assign-ticket';
import { changeStatus } from '../commands/change-status';
import { routeWaiting } from '../commands/route-waiting';
import { inTransaction, sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import { type DoorNow, writeDoor } from '../rules/reports';
import { listTicketsQuery } from '../schemas/list-tickets';
import { getBoard } from './get-board';
import { listTickets } from './list-tickets';

let admin: Actor;
const team = newId();

beforeAll(async () => {
  let customer: Actor;
  [admin, customer] = await Promise.all([addActor('admin'), addActor('customer')]);
  await sql.query(`INSERT INTO team (id, name) VALUES ($1, 'Billing')`, [team]);
  const [ada, ben] = await Promise.all([
    addActor('agent', { name: 'Ada', available: true, capacity: 1, capacityCalls: 0, languages: ['en'] }),
    addActor('agent', { name: 'Ben' }),
    addActor('agent', { name: 'Cy' }),
  ]);
  await sql.query('INSERT INTO team_member (team_id, person_id) VALUES ($1, $2)', [team, ada.id]);
  // Ada has one from routing and one above it by hand, Ben one while he is offline
  const [first] = [await fileTicket(customer)];
  await routeWaiting();
  const [second, third] = [await fileTicket(customer), await fileTicket(customer)];
  await assignTicket(admin, second.id, { assigned_agent: ada.id });
  await assignTicket(admin, third.id, { assigned_agent: ben.id });
  await changeStatus(ada, first.id, 'RESOLVED');
  await assignTicket(admin, (await fileTicket(customer)).id, { assigned_agent: ada.id });
  for (let n = 0; n < 3; n++) await fileTicket(customer, { languages: ['de'] });
  const call = await fileTicket(customer, {}, 'CALL');
  await inTransaction((tx) => tx.query('UPDATE ticket SET team_id = $2 WHERE id = $1', [call.id, team]));
  await routeWaiting();
});

/** How many tickets the list behind a number holds. */
const behind = async (door: DoorNow) =>
  (await listTickets(admin, listTicketsQuery.parse({ in_report: writeDoor(door) }))).results.length;

it('says who is there with what, what waits and why, and each number opens its tickets', async () => {
  const board = await getBoard(null);
  expect(board.people.map(({ name, is_there, load, capacity }) => [name, is_there, load, capacity])).toEqual([
    ['Ada', true, 2, 1],
    ['Ben', false, 1, 4],
  ]);
  expect(board.offline).toBe(1);
  expect(board.waiting.map(({ kind, languages, n, reason }) => [kind, languages, n, reason?.code])).toEqual([
    ['call', [], 1, 'full'],
    ['other', ['de'], 3, 'language'],
  ]);
  for (const { demand, n } of board.waiting)
    expect(await behind({ show: 'waiting', demand: String(demand) })).toBe(n);
  expect([board.queue.n, board.created.n, board.resolved.n]).toEqual([4, 8, 1]);
  expect(await behind({ show: 'waiting' })).toBe(board.queue.n);
  expect(await behind({ show: 'created_lately' })).toBe(board.created.n);
  expect(await behind({ show: 'resolved_lately' })).toBe(board.resolved.n);
  // one in a quarter of an hour
  expect(board.given_per_minute).toBe(0.1);
});

it('of a team: its people and its tickets', async () => {
  const board = await getBoard(team);
  expect(board.people.map(({ name }) => name)).toEqual(['Ada']);
  expect(board.waiting.map(({ kind }) => kind)).toEqual(['call']);
  expect([board.queue.n, board.created.n, board.resolved.n, board.offline]).toEqual([1, 1, 0, 0]);
  expect(await behind({ show: 'created_lately', team })).toBe(1);
});
