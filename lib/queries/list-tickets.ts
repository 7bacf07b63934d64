import { ownColumns, type TicketRow, ticketRows } from '../db/sql/ticket-row';
import { sql } from '../db/transaction';
import { Invalid } from '../errors';
import { audienceOf, presentTicket } from '../presenters/ticket';
import type { Actor } from '../rules/permissions';
import { visibleRanges } from '../rules/visibility';
import type { ListTicketsQuery, TicketDto } from '../schemas/ticket';
import { decodeCursor, encodeCursor } from './cursor';
import { readSearch, type Searched, searchedConditions } from './searched';
import { type TicketFilter, ticketConditions, Values } from './ticket-conditions';

/** How each order is written, and the type its key has in a cursor. Every one has an index (list-tickets.int.test). */
const ORDERS = {
  newest: { key: 't.created_at', direction: 'DESC', type: 'timestamptz' },
  oldest: { key: 't.created_at', direction: 'ASC', type: 'timestamptz' },
  updated: { key: 't.updated_at', direction: 'DESC', type: 'timestamptz' },
  waiting: {
    key: "coalesce(t.waiting_since, 'infinity'::timestamptz)",
    direction: 'ASC',
    type: 'timestamptz',
  },
  priority: { key: 't.priority', direction: 'DESC', type: 'smallint' },
  // the oldest first among equals
  urgency: { key: '-t.urgency', direction: 'ASC', type: 'int' },
} as const;

/** What a note or another act among staff touches is not a change to the customer, neither in the order nor in a cursor. */
function orderFor(actor: Actor, sort: ListTicketsQuery['sort']) {
  // what staff thinks of a request is not the customer's to learn, nor from an order
  if (sort === 'urgency' && actor.role === 'customer') throw new Invalid({ sort: ['not_allowed'] });
  if (sort === 'updated' && actor.role === 'customer') {
    return { ...ORDERS.updated, key: 't.public_updated_at' } as const;
  }
  return ORDERS[sort];
}

/** One page of the tickets that the person sees, in one query; keyset, so that any depth costs the same. */
export async function listTickets(
  actor: Actor,
  query: ListTicketsQuery,
): Promise<{ results: TicketDto[]; next: string | null }> {
  const { text, values } = listTicketsSql(actor, query, await readSearch(actor, query.search));
  const { rows } = await sql.query<TicketRow & { cursor_key: string }>(text, values);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const next =
    rows.length > query.limit && last
      ? encodeCursor(actor.id, 'tickets', [query.sort, last.cursor_key, last.id])
      : null;
  return { results: shown.map((row) => presentTicket(row, audienceOf(actor.role))), next };
}

/** All tickets of a filter that the person sees, in its order, a page at a time: for who reads them to the end. */
export async function* ticketPages(
  actor: Actor,
  filter: Omit<ListTicketsQuery, 'limit' | 'cursor'>,
  limit: number,
): AsyncGenerator<TicketRow[]> {
  const searched = await readSearch(actor, filter.search);
  for (let cursor: string | undefined; ; ) {
    const { text, values } = listTicketsSql(actor, { ...filter, limit: limit - 1, cursor }, searched);
    const { rows } = await sql.query<TicketRow & { cursor_key: string }>(text, values);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (rows.length < limit || !last) return;
    cursor = encodeCursor(actor.id, 'tickets', [filter.sort, last.cursor_key, last.id]);
  }
}

/** The statement of {@link listTickets}: for the test on its plan and for the bench. Reads one row more than a page. */
export function listTicketsSql(
  actor: Actor,
  query: ListTicketsQuery,
  searched: Searched | null = null,
): { text: string; values: unknown[] } {
  const values = new Values(actor.id);
  const order = orderFor(actor, query.sort);
  const where = conditions(actor, query, searched, values);
  if (query.cursor) where.push(afterCursor(actor, query, values));
  const text = `${ticketRows(`(${page(actor, query, where)})`, ownColumns('$1'))} ORDER BY ${orderBy(order.key, order.direction)}`;
  return { text, values: values.list };
}

/** A search says by `is:spam` and `is:trash` where it looks; else the list does. */
function conditions(actor: Actor, filter: TicketFilter, searched: Searched | null, values: Values): string[] {
  const place = searched?.asked.filter.place ?? filter.in;
  return [
    ...ticketConditions(actor, { ...filter, in: place }, values),
    ...(searched ? searchedConditions(actor, searched, values) : []),
  ];
}

const orderBy = (key: string, direction: string) => `${key} ${direction}, t.id ${direction}`;

function afterCursor(actor: Actor, query: ListTicketsQuery, values: Values): string {
  const order = orderFor(actor, query.sort);
  const [sort, key, id] = decodeCursor(actor.id, 'tickets', query.cursor!) as [string, string, string];
  const compare = order.direction === 'DESC' ? '<' : '>';
  // a cursor of another order means nothing here: start over rather than skip
  if (sort !== query.sort) return 'true';
  return `(${order.key}, t.id) ${compare} (${values.add(key, `::${order.type}`)}, ${values.add(id, '::uuid')})`;
}

/**
 * The page's tickets without their joins. An agent's list by age is the union of the ranges that he sees (his own,
 * and what nobody holds in each of his queues): a condition with OR would walk past everybody else's tickets.
 */
function page(actor: Actor, query: ListTicketsQuery, where: readonly string[]): string {
  const order = orderFor(actor, query.sort);
  const select = (extra = '') =>
    `SELECT t.*, (${order.key})::text AS cursor_key FROM ticket t WHERE ${[...where, ...(extra ? [extra] : [])].join(' AND ')}
     ORDER BY ${orderBy(order.key, order.direction)} LIMIT ${query.limit + 1}`;
  const byAge =
    actor.role === 'agent' &&
    order.key === 't.created_at' &&
    !(query.assignee?.length === 1 && query.assignee[0] === 'me');
  const ranges = byAge ? visibleRanges(actor.scope, '$1') : null;
  if (ranges === null) return select();
  return `SELECT * FROM (${ranges.map((range) => `(${select(range)})`).join(' UNION ALL ')}) t
    ORDER BY ${orderBy(order.key, order.direction)} LIMIT ${query.limit + 1}`;
}

/** The highest number that a count is shown as; beyond it the list says "1000+". */
const COUNT_CAP = 1000;

/** How many tickets a filter holds for this person, counted no further than the cap. */
export async function countTickets(
  actor: Actor,
  filter: TicketFilter,
): Promise<{ count: number; capped: boolean }> {
  const { text, values } = countTicketsSql(actor, filter, await readSearch(actor, filter.search));
  const { rows } = await sql.query<{ count: number }>(text, values);
  const count = rows[0]!.count;
  return { count: Math.min(count, COUNT_CAP), capped: count > COUNT_CAP };
}

/** The statement of {@link countTickets}, for the test on its plan. */
export function countTicketsSql(
  actor: Actor,
  filter: TicketFilter,
  searched: Searched | null = null,
): { text: string; values: unknown[] } {
  const values = new Values(actor.id);
  const where = conditions(actor, filter, searched, values).join(' AND ');
  const text = `SELECT count(*) AS count FROM (SELECT 1 FROM ticket t WHERE ${where} LIMIT ${COUNT_CAP + 1}) x`;
  return { text, values: values.list };
}

/** Ids of the first tickets that a filter holds for this person, the oldest first. */
export async function matchingTickets(actor: Actor, filter: TicketFilter, limit: number): Promise<string[]> {
  const values = new Values(actor.id);
  const where = conditions(actor, filter, await readSearch(actor, filter.search), values);
  const { rows } = await sql.query<{ id: string }>(
    `SELECT t.id FROM ticket t WHERE ${where.join(' AND ')} ORDER BY t.id LIMIT ${limit}`,
    values.list,
  );
  return rows.map(({ id }) => id);
}
