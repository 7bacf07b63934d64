import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '@/lib/clock';
import { sql } from '@/lib/db/transaction';
import { addActor, fileTicket } from '@/tests/factories';
import { comparable, send, signedIn } from '@/tests/identity';
import { listViews } from '../queries/list-views';
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

async function enter(role: Actor['role'], name: string): Promise<Person> {
  const actor = await addActor(role, { name });
  const { rows } = await sql.query('SELECT * FROM person WHERE id = $1', [actor.id]);
  return { ...actor, access: (await signedIn(rows[0] as Parameters<typeof signedIn>[0])).access };
}

/** Every customer × holder × deleted × spam, people who changed their role among them. */
beforeAll(async () => {
  actors = {
    carla: await enter('customer', 'Carla'),
    dora: await enter('customer', 'Dora'),
    ada: await enter('agent', 'Ada'),
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
  tickets = (
    await sql.query<Facts>('SELECT id, number, customer_id, assignee_id, deleted_at, spam_at FROM ticket')
  ).rows;
});

const readable = (actor: Actor) => tickets.filter((ticket) => can(actor, 'ticket.read', ticket));
const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();

describe.each(['carla', 'dora', 'ada', 'bruno', 'root', 'former'])('%s', (name) => {
  test('sees in SQL exactly what the rule lets him read', async () => {
    const actor = actors[name]!;
    const { rows } = await sql.query<{ id: string }>(
      `SELECT t.id FROM ticket t WHERE ${visibleTickets(actor, '$1')}`,
      [actor.id],
    );
    expect(ids(rows)).toEqual(ids(readable(actor)));
    expect(rows.length).toBeGreaterThan(0);
    if (actor.role !== 'admin') expect(rows.length).toBeLessThan(tickets.length);
  });

  test('finds all of it in his lists, and nothing else', async () => {
    const actor = actors[name]!;
    const list = async (place: string) => {
      const { status, body } = await send('GET', `/tickets/?limit=100&in=${place}`, { access: actor.access });
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
    expect(await list('inbox')).toEqual(where((t) => t.deleted_at === null && t.spam_at === null));
    expect(await list('spam')).toEqual(where((t) => t.deleted_at === null && t.spam_at !== null));
    expect(await list('trash')).toEqual(where((t) => t.deleted_at !== null));
  });

  test('opens what he finds, and gets 404 for all the rest', async () => {
    const actor = actors[name]!;
    const opened = await Promise.all(
      tickets.map(async (ticket) => ({
        id: ticket.id,
        status: (await send('GET', `/tickets/${ticket.number}/`, { access: actor.access })).status,
      })),
    );
    expect(ids(opened.filter(({ status }) => status === 200))).toEqual(ids(readable(actor)));
    expect(new Set(opened.map(({ status }) => status))).toEqual(
      new Set(actor.role === 'admin' ? [200] : [200, 404]),
    );
  });
});

test.each(['ada', 'root'])('the counts of %s’s views count no more than he sees', async (name) => {
  const actor = actors[name]!;
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
