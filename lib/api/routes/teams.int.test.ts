import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '@/lib/clock';
import { routeWaiting } from '@/lib/commands/route-waiting';
import { sql } from '@/lib/db/transaction';
import type { Actor } from '@/lib/rules/permissions';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { Role } from '@/lib/schemas/values';
import { addActor, fileTicket } from '@/tests/factories';
import { type Sent, send, signedIn } from '@/tests/identity';

type Person = Actor & { access: string };
let root: Person;
let carla: Person;
let ada: Person;

async function enter(role: Role, details: Parameters<typeof addActor>[1] = {}): Promise<Person> {
  const actor = await addActor(role, details);
  const { rows } = await sql.query('SELECT * FROM person WHERE id = $1', [actor.id]);
  return { ...actor, access: (await signedIn(rows[0] as Parameters<typeof signedIn>[0])).access };
}
const as = (person: Person, method: string, path: string, body?: unknown): Promise<Sent> =>
  send(method, path, { access: person.access, ...(body === undefined ? {} : { body }) });
async function team(name: string, members: Person[] = []): Promise<string> {
  const { status, body } = await as(root, 'POST', '/teams/', { name, members: members.map(({ id }) => id) });
  expect(status).toBe(201);
  return body.id as string;
}
const rowOf = async (id: string) =>
  (
    await sql.query<{ team_id: string | null; assignee_id: string | null; status: string }>(
      'SELECT team_id, assignee_id, status, routing_reason FROM ticket WHERE id = $1',
      [id],
    )
  ).rows[0]!;
const logOf = async (id: string) =>
  (
    await sql.query<{ type: string; data: Record<string, unknown> }>(
      'SELECT type, data FROM event WHERE ticket_id = $1 ORDER BY seq',
      [id],
    )
  ).rows;

beforeAll(async () => {
  root = await enter('admin', { name: 'Root' });
  carla = await enter('customer', { name: 'Carla' });
});
beforeEach(async () => {
  await sql.query('UPDATE person SET is_available = false');
  await sql.query(`UPDATE ticket SET is_held = true WHERE status = 'OPEN'`);
  ada = await enter('agent', { name: 'Ada' });
});

describe('teams', () => {
  test('are made, renamed, filled, listed by name and dissolved, each act recorded', async () => {
    const id = await team('Zebra', [ada]);
    expect((await as(root, 'POST', '/teams/', { name: 'zEBRA' })).body.error?.fields).toEqual({
      name: ['taken'],
    });
    const bo = await enter('agent', { name: 'Bo' });
    const edited = await as(root, 'PATCH', `/teams/${id}/`, { name: ' Apes ', members: [bo.id, bo.id] });
    expect(edited.body).toMatchObject({ name: 'Apes', members: [{ id: bo.id, name: 'Bo' }] });
    expect((await as(root, 'PATCH', `/teams/${id}/`, { name: 'Apes', members: [bo.id] })).status).toBe(200);
    const { body } = await as(ada, 'GET', '/teams/');
    expect((body.results as { id: string }[]).map((one) => one.id)).toContain(id);
    expect((await as(root, 'DELETE', `/teams/${id}/`)).status).toBe(204);
    expect((await as(root, 'DELETE', `/teams/${id}/`)).status).toBe(404);
    const { rows } = await sql.query(
      `SELECT type, data - 'team_id' AS data FROM event WHERE data ->> 'team_id' = $1 ORDER BY id`,
      [id],
    );
    expect(rows).toEqual([
      { type: 'team.created', data: { name: 'Zebra', joined: [ada.id], left: [] } },
      {
        type: 'team.edited',
        data: { name: 'Apes', fields: ['name', 'members'], joined: [bo.id], left: [ada.id] },
      },
      { type: 'team.deleted', data: { name: 'Apes', left: [bo.id] } },
    ]);
  });

  test.each<[string, unknown, string]>([
    ['no name', {}, 'name'],
    ['a blank name', { name: ' \u200b' }, 'name'],
    ['a name of 61', { name: 'x'.repeat(61) }, 'name'],
    ['nobody', { name: 'A', members: [newId()] }, 'members'],
    ['501 people', { name: 'A', members: Array.from({ length: 501 }, newId) }, 'members'],
    ['an unknown key', { name: 'A', colour: 'red' }, 'colour'],
  ])('refuse %s', async (_what, body, field) => {
    const refused = await as(root, 'POST', '/teams/', body);
    expect([refused.status, Object.keys(refused.body.error?.fields ?? {})[0]?.split('.')[0]]).toEqual([
      422,
      field,
    ]);
  });

  test('take no customer, neither there nor with the person', async () => {
    const id = await team(newId());
    expect((await as(root, 'PATCH', `/teams/${id}/`, { members: [carla.id] })).status).toBe(422);
    expect((await as(root, 'PATCH', `/users/${carla.id}/`, { teams: [id] })).status).toBe(422);
    expect((await as(ada, 'PATCH', `/users/${ada.id}/`, { teams: [id] })).body.error?.fields).toEqual({
      teams: ['admins_only'],
    });
    const joined = await as(root, 'PATCH', `/users/${ada.id}/`, {
      teams: [id],
      skills: [' VPN ', 'mail', 'vpn'],
    });
    expect(joined.body).toMatchObject({ teams: [{ id }], skills: ['mail', 'vpn'] });
    // who becomes a customer leaves them
    await as(root, 'PATCH', `/users/${ada.id}/`, { role: 'customer' });
    expect((await as(root, 'GET', `/teams/${id}/`)).body.members).toEqual([]);
  });
});

describe('a ticket', () => {
  test('takes the team of its topic, and its follow-up takes the ticket’s', async () => {
    const id = await team(newId());
    await sql.query(
      `INSERT INTO topic (id, key, names, team_id) VALUES ($1, 'bills', '{"en": "Bills"}', $2)`,
      [newId(), id],
    );
    const ticket = await fileTicket(carla, { topic: 'bills' });
    expect((await rowOf(ticket.id)).team_id).toBe(id);
    await sql.query(`UPDATE ticket SET status = 'CLOSED', topic = NULL WHERE id = $1`, [ticket.id]);
    const { body } = await as(carla, 'POST', `/tickets/${ticket.id}/messages/`, { body: 'Once more' });
    const next = body.ticket as TicketDto;
    expect(next.id).not.toBe(ticket.id);
    expect((await rowOf(next.id)).team_id).toBe(id);
    // which team works on it is the house's business
    expect([next.team, next.team_name]).toEqual([null, null]);
    await sql.query("DELETE FROM topic WHERE key = 'bills'");
  });

  test('changes team by PATCH and by assign; its log says so to staff, its version stays', async () => {
    const [one, two] = [await team(newId()), await team('Second line')];
    const ticket = await fileTicket(carla);
    const patched = await as(root, 'PATCH', `/tickets/${ticket.id}/`, { version: ticket.version, team: one });
    expect(patched.body).toMatchObject({ team: one, version: ticket.version });
    const given = await as(root, 'POST', `/tickets/${ticket.id}/assign/`, {
      assigned_agent: ada.id,
      team: two,
    });
    expect(given.body).toMatchObject({ team: two, team_name: 'Second line', assigned_agent: ada.id });
    expect(given.body.warnings).toContain('not_in_team');
    expect((await logOf(ticket.id)).filter((event) => event.type === 'team.changed')).toEqual([
      { type: 'team.changed', data: { from: null, to: one } },
      { type: 'team.changed', data: { from: one, to: two } },
    ]);
    const { body } = await as(carla, 'GET', `/tickets/${ticket.id}/events/`);
    expect(JSON.stringify(body)).not.toContain('team');
    const unknown = await as(root, 'POST', `/tickets/${ticket.id}/assign/`, {
      assigned_agent: null,
      team: newId(),
    });
    expect(unknown.body.error?.fields).toEqual({ team: ['unknown_team'] });
    // she may give it to a team whose queue she does not see, and has it no more
    const away = await as(ada, 'POST', `/tickets/${ticket.id}/assign/`, { assigned_agent: null, team: one });
    expect(away.body).toMatchObject({ team: one, assigned_agent: null, status: 'OPEN' });
    expect((await as(ada, 'GET', `/tickets/${ticket.id}/`)).status).toBe(404);
  });

  test('of a team that is dissolved is everybody’s again, and its log says so', async () => {
    const id = await team(newId());
    const ticket = await fileTicket(carla);
    await as(root, 'PATCH', `/tickets/${ticket.id}/`, { version: 1, team: id });
    expect((await as(ada, 'GET', `/tickets/${ticket.id}/`)).status).toBe(404);
    await as(root, 'DELETE', `/teams/${id}/`);
    expect((await as(ada, 'GET', `/tickets/${ticket.id}/`)).body.team).toBeNull();
    expect((await logOf(ticket.id)).at(-1)).toEqual({ type: 'team.changed', data: { from: id, to: null } });
  });
});

describe('routing', () => {
  test('gives a team’s ticket to its members with the skills of its topic, and says what it waits for', async () => {
    const vpn = await team('Remote', []);
    await sql.query(
      `INSERT INTO topic (id, key, names, team_id, skills) VALUES ($1, 'vpn', '{"en": "VPN"}', $2, '{vpn}')`,
      [newId(), vpn],
    );
    const ticket = await fileTicket(carla, { topic: 'vpn', languages: ['de'] });
    const reason = async () =>
      (await as(root, 'GET', `/tickets/${ticket.id}/`)).body.routing as TicketDto['routing'];
    const route = async (change: unknown) => {
      const { status } = await as(root, 'PATCH', `/users/${ada.id}/`, change);
      expect(status).toBe(200);
      await routeWaiting();
      return reason();
    };
    expect(await route({ is_available: true })).toMatchObject({
      code: 'team',
      params: { team: 'Remote', count: 1 },
    });
    expect(await route({ teams: [vpn] })).toMatchObject({ code: 'language', params: { languages: ['de'] } });
    expect(await route({ languages: ['de'] })).toEqual({
      text: 'waiting: nobody online in Remote with German can do vpn; 1 agent online without it',
      code: 'skills',
      params: { languages: ['de'], skills: ['vpn'], team: 'Remote', count: 1 },
    });
    expect(await route({ skills: ['mail', 'vpn'] })).toMatchObject({
      code: 'given',
      params: { name: 'Ada' },
    });
    expect((await rowOf(ticket.id)).assignee_id).toBe(ada.id);
    const told = (await logOf(ticket.id)).find((event) => event.type === 'assignment.changed');
    expect(told?.data).toMatchObject({ reason_code: 'given', reason_params: { team: 'Remote' } });
    await sql.query("DELETE FROM topic WHERE key = 'vpn'");
  });

  test('counts what waits for its customer by the setting’s weight', async () => {
    const held = [await fileTicket(carla), await fileTicket(carla), await fileTicket(carla)];
    await sql.query(
      `UPDATE ticket SET assignee_id = $2, status = 'WAITING_ON_CUSTOMER' WHERE id = ANY($1::uuid[])`,
      [held.map(({ id }) => id), ada.id],
    );
    const weigh = (waiting_weight: number) => as(root, 'PATCH', '/settings/', { waiting_weight });
    const loadOf = async () => (await as(root, 'GET', `/users/${ada.id}/`)).body.load;
    await as(root, 'PATCH', `/users/${ada.id}/`, { capacity: 2, is_available: true });
    const [first, second] = [await fileTicket(carla), await fileTicket(carla)];
    expect([await loadOf(), await routeWaiting()]).toEqual([3, 0]);
    await weigh(0.3);
    // 0.9 of 2 places: one whole place is left
    expect([await loadOf(), await routeWaiting(), await loadOf()]).toEqual([0.9, 1, 1.9]);
    await weigh(1);
    expect([(await rowOf(first.id)).assignee_id, (await rowOf(second.id)).assignee_id]).toEqual([
      ada.id,
      null,
    ]);
  });
});

describe('who leaves hands over', () => {
  const three = async (): Promise<string[]> => {
    const tickets = [await fileTicket(carla), await fileTicket(carla), await fileTicket(carla)];
    const ids = tickets.map(({ id }) => id);
    await sql.query(
      `UPDATE ticket SET assignee_id = $2, status = CASE id WHEN $3 THEN 'RESOLVED' ELSE 'IN_PROGRESS' END
       WHERE id = ANY($1::uuid[])`,
      [ids, ada.id, ids[2]],
    );
    return ids;
  };
  const leave = (body: unknown) => as(root, 'POST', `/users/${ada.id}/deactivate/`, body);
  const reasonOf = async (id: string) =>
    (await logOf(id)).filter((event) => event.type === 'assignment.changed').map((e) => e.data.reason);

  test('to the queue', async () => {
    const [one = '', two = '', solved = ''] = await three();
    expect((await leave({})).body).toMatchObject({ handed_over: 2, is_active: false });
    for (const id of [one, two]) {
      expect(await rowOf(id)).toMatchObject({ assignee_id: null, status: 'OPEN' });
      expect(await reasonOf(id)).toEqual(['waiting: Ada no longer works here']);
    }
    expect((await rowOf(solved)).assignee_id).toBe(ada.id);
    // again is the same; and back by PATCH
    expect((await leave({})).body).toMatchObject({ handed_over: 0 });
    expect((await as(root, 'PATCH', `/users/${ada.id}/`, { is_active: true })).body.is_active).toBe(true);
  });

  test('to a colleague, with the reason on each', async () => {
    const [one = '', two = ''] = await three();
    const bo = await enter('agent', { name: 'Bo' });
    expect((await leave({ agent: bo.id })).body.handed_over).toBe(2);
    for (const id of [one, two]) {
      expect((await rowOf(id)).assignee_id).toBe(bo.id);
      expect(await reasonOf(id)).toEqual(['handed over, since Ada no longer works here']);
    }
  });

  test('to a team’s queue', async () => {
    const [one = ''] = await three();
    const id = await team(newId());
    expect((await leave({ team: id })).body.handed_over).toBe(2);
    expect(await rowOf(one)).toMatchObject({ assignee_id: null, team_id: id, status: 'OPEN' });
  });

  test.each<[string, () => unknown, string]>([
    ['himself', () => ({ agent: ada.id }), 'agent'],
    ['a customer', () => ({ agent: carla.id }), 'agent'],
    ['nobody we know', () => ({ agent: newId() }), 'agent'],
    ['no team we know', () => ({ team: newId() }), 'team'],
    ['two at once', () => ({ agent: root.id, team: newId() }), 'team'],
    ['something else', () => ({ queue: true }), 'queue'],
  ])('not to %s', async (_whom, body, field) => {
    await three();
    const refused = await leave(body());
    expect([refused.status, Object.keys(refused.body.error?.fields ?? {})]).toEqual([422, [field]]);
    expect((await as(root, 'GET', `/users/${ada.id}/`)).body).toMatchObject({ is_active: true, load: 2 });
  });
});
