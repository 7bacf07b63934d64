import { beforeAll, describe, expect, test } from 'vitest';
import { forgetLogins } from '@/lib/auth/read-actor';
import { newId } from '@/lib/clock';
import { sql } from '@/lib/db/transaction';
import { addActor, fileTicket } from '@/tests/factories';
import { comparable, send, signedIn } from '@/tests/identity';
import { listViews } from '../queries/list-views';
import { VISIBILITIES, type Visibility } from '../schemas/values';
import { type Actor, can, type TicketFacts } from './permissions';
import { visibleTickets } from './visibility';

interface Facts extends TicketFacts {
  id: string;
  number: number;
  spam_at: Date | null;
}
type Person = Actor & { access: string };

let tickets: Facts[];
let actors: Record<string, Person>;
const [alpha, beta] = [newId(), newId()];

async function enter(role: Actor['role'], name: string, team_ids: string[] = []): Promise<Person> {
  const actor: Actor = { ...(await addActor(role, { name })), scope: { visibility: 'team', team_ids } };
  await sql.query('INSERT INTO team_member (person_id, team_id) SELECT $1, unnest($2::uuid[])', [
    actor.id,
    team_ids,
  ]);
  const { rows } = await sql.query('SELECT * FROM person WHERE id = $1', [actor.id]);
  return { ...actor, access: (await signedIn(rows[0] as Parameters<typeof signedIn>[0])).access };
}

/** The setting as an admin changes it; everybody is asked anew who he is. */
async function see(visibility: Visibility): Promise<void> {
  await sql.query(
    `INSERT INTO setting (key, value) VALUES ('visibility', to_jsonb($1::text))
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [visibility],
  );
  forgetLogins();
}

/** Every customer × holder × deleted × spam, people who changed their role among them; then teams × holder. */
beforeAll(async () => {
  await sql.query(`INSERT INTO team (id, name) VALUES ($1, 'Alpha'), ($2, 'Beta')`, [alpha, beta]);
  actors = {
    carla: await enter('customer', 'Carla'),
    dora: await enter('customer', 'Dora'),
    ada: await enter('agent', 'Ada', [alpha]),
    gina: await enter('agent', 'Gina', [alpha, beta]),
    // was a customer with tickets before he became an agent
    bruno: await enter('agent', 'Bruno'),
    root: await enter('admin', 'Root'),
    // holds tickets from when he was an agent
    former: await enter('customer', 'Former'),
  };
  const { carla, dora, ada, bruno, root, former } = actors as Record<string, Person>;
  for (const customer of [carla!, dora!, bruno!, former!])
    for (const holder of [null, ada!, bruno!, root!, former!])
      for (const deleted of [false, true])
        for (const spam of [false, true]) {
          const { id } = await fileTicket(carla!);
          await sql.query(
            `UPDATE ticket SET customer_id = $5, assignee_id = $2, status = CASE WHEN $2::uuid IS NULL THEN 'OPEN' ELSE 'ASSIGNED' END,
               deleted_at = CASE WHEN $3 THEN now() END, spam_at = CASE WHEN $4 THEN now() END WHERE id = $1`,
            [id, holder?.id ?? null, deleted, spam, customer.id],
          );
        }
  for (const team of [alpha, beta])
    for (const holder of [null, ada!, actors.gina!])
      for (const deleted of [false, true]) {
        const { id } = await fileTicket(carla!);
        await sql.query(
          `UPDATE ticket SET team_id = $2, assignee_id = $3, status = CASE WHEN $3::uuid IS NULL THEN 'OPEN' ELSE 'ASSIGNED' END,
             deleted_at = CASE WHEN $4 THEN now() END WHERE id = $1`,
          [id, team, holder?.id ?? null, deleted],
        );
      }
  tickets = (
    await sql.query<Facts>(
      'SELECT id, number, customer_id, assignee_id, team_id, deleted_at, spam_at FROM ticket',
    )
  ).rows;
});

const readable = (actor: Actor) => tickets.filter((ticket) => can(actor, 'ticket.read', ticket));
const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();

/** The setting is about agents: the others are walked once. */
const walks: [string, Visibility][] = [
  ...['carla', 'dora', 'root', 'former'].map((name): [string, Visibility] => [name, 'team']),
  ...VISIBILITIES.flatMap((one) => ['ada', 'gina', 'bruno'].map((name): [string, Visibility] => [name, one])),
];
describe.each(walks)('%s with the setting %j', (name, visibility) => {
  let actor: Person;
  beforeAll(async () => {
    await see(visibility);
    const person = actors[name]!;
    actor = { ...person, scope: { ...person.scope, visibility } };
  });

  test('sees in SQL exactly what the rule lets him read', async () => {
    const { rows } = await sql.query<{ id: string }>(
      `SELECT t.id FROM ticket t WHERE ${visibleTickets(actor, '$1')}`,
      [actor.id],
    );
    expect(ids(rows)).toEqual(ids(readable(actor)));
    expect(rows.length).toBeGreaterThan(0);
    if (actor.role !== 'admin') expect(rows.length).toBeLessThan(tickets.length);
  });

  test('finds all of it in his lists, and nothing else', async () => {
    const list = async (place: string, sort = 'newest') => {
      const path = `/tickets/?limit=100&in=${place}&sort=${sort}`;
      const { status, body } = await send('GET', path, { access: actor.access });
      expect(status).toBe(200);
      return ids(body.results as { id: string }[]);
    };
    const where = (keep: (ticket: Facts) => boolean) => ids(readable(actor).filter(keep));
    if (actor.role === 'customer') {
      // one list: what staff set aside as spam looks as it did before
      expect(await list('inbox')).toEqual(where(() => true));
      expect([await list('spam'), await list('trash')]).toEqual([[], []]);
      return;
    }
    // by age the ranges are read one by one, by change all at once
    for (const sort of ['newest', 'updated'])
      expect(await list('inbox', sort)).toEqual(where((t) => t.deleted_at === null && t.spam_at === null));
    expect(await list('spam')).toEqual(where((t) => t.deleted_at === null && t.spam_at !== null));
    expect(await list('trash')).toEqual(where((t) => t.deleted_at !== null));
  });

  test('opens what he finds, and gets 404 for all the rest', async () => {
    // the door asks the rule that the tests above walk whole: with the other settings a sample will do
    const tried = tickets.filter((_, index) => visibility === 'team' || index % 3 === 0);
    const opened = await Promise.all(
      tried.map(async (ticket) => ({
        id: ticket.id,
        status: (await send('GET', `/tickets/${ticket.number}/`, { access: actor.access })).status,
      })),
    );
    expect(ids(opened.filter(({ status }) => status === 200))).toEqual(
      ids(readable(actor).filter((ticket) => tried.includes(ticket))),
    );
    expect(new Set(opened.map(({ status }) => status))).toEqual(
      new Set(actor.role === 'admin' ? [200] : [200, 404]),
    );
  });
});

test.each([
  ['ada', 'own'],
  ['ada', 'team'],
  ['ada', 'all'],
  ['root', 'team'],
] as const)('the counts of %s’s views count no more than he sees (%s)', async (name, visibility) => {
  const person = actors[name]!;
  const actor: Actor = { ...person, scope: { ...person.scope, visibility } };
  const { results } = await listViews(actor);
  const seen = readable(actor);
  const count = (key: string) => results.find((view) => view.key === key)?.count;
  const inbox = seen.filter((t) => t.deleted_at === null && t.spam_at === null);
  expect(count('mine')).toBe(inbox.filter((t) => t.assignee_id === actor.id).length);
  expect(count('unassigned')).toBe(inbox.filter((t) => t.assignee_id === null).length);
  expect(count('all')).toBe(inbox.length);
  expect(count('spam')).toBe(seen.filter((t) => t.deleted_at === null && t.spam_at !== null).length);
  expect(count('trash')).toBe(
    actor.role === 'admin' ? seen.filter((t) => t.deleted_at !== null).length : undefined,
  );
});

// spec/reliability.md C02
describe('a hidden ticket is told from an absent one by nothing', () => {
  beforeAll(() => see('team'));
  const requests: [string, string, unknown?][] = [
    ['GET', '/'],
    ['GET', '/messages/'],
    ['GET', '/events/'],
    ['GET', '/context/'],
    ['PATCH', '/', { version: 1, priority: 'HIGH' }],
    ['DELETE', '/'],
    ['POST', '/messages/', { body: 'x' }],
    ['POST', '/messages/', { body: 'x', is_internal: true }],
    ['POST', '/set-status/', { status: 'RESOLVED' }],
    ['POST', '/assign/', { assigned_agent: null }],
    ['POST', '/spam/', { is_spam: true }],
  ];
  const who: [string, string, (ticket: Facts) => boolean][] = [
    ['dora', 'another customer’s', (t) => t.customer_id === actors.carla!.id && t.deleted_at === null],
    ['carla', 'her own in the trash', (t) => t.customer_id === actors.carla!.id && t.deleted_at !== null],
    ['ada', 'a colleague’s', (t) => t.assignee_id === actors.bruno!.id && t.deleted_at === null],
    ['ada', 'another team’s', (t) => t.team_id === beta && t.assignee_id === null && t.deleted_at === null],
    ['ada', 'her own in the trash', (t) => t.assignee_id === actors.ada!.id && t.deleted_at !== null],
  ];
  const cells = who.flatMap(([name, what, pick]) =>
    requests.map(([method, path, body]) => [name, method, path, what, pick, body] as const),
  );

  test.each(cells)('%s: %s %s of %s', async (name, method, path, _what, pick, body) => {
    const { access } = actors[name]!;
    const hidden = tickets.find(pick)!;
    const ask = async (ref: string | number) => {
      const answer = await send(method, `/tickets/${ref}${path}`, {
        access,
        ...(body ? { body } : {}),
      });
      const headers = [...answer.headers].filter(([key]) => key !== 'x-request-id');
      return { same: comparable(answer), headers, status: answer.status };
    };
    const absent = await ask(newId());
    expect(await ask(hidden.id)).toEqual(absent);
    expect(await ask(hidden.number)).toEqual(await ask(999_999_999));
    expect(await ask(999_999_999)).toEqual(absent);
    expect([403, 404]).toContain(absent.status);
    if (method === 'GET' && path !== '/context/') expect(absent.status).toBe(404);
  });
});
