import { ownColumns, type TicketRow, ticketRows } from '../db/sql/ticket-row';
import { sql } from '../db/transaction';
import { Invalid } from '../errors';
import { audienceOf, presentTicket } from '../presenters/ticket';
import type { Actor } from '../rules/permissions';
import { visibleRanges } from '../rules/visibility';
import type { ListTicketsQuery } from '../schemas/list-tickets';
import type { TicketDto } from '../schemas/ticket';
import type { Group } from '../schemas/values';
import { decodeCursor, encodeCursor, pageOf } from './cursor';
import { GROUPINGS, keyOfPart } from './list-groups';
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
  const { rows, next } = await listTicketRows(actor, query);
  return { results: rows.map((row) => presentTicket(row, audienceOf(actor.role))), next };
}

/** The same as rows, for who presents them in other words. */
export async function listTicketRows(
  actor: Actor,
  query: ListTicketsQuery,
): Promise<{ rows: TicketRow[]; next: string | null }> {
  const { text, values } = listTicketsSql(actor, query, await readSearch(actor, query.search));
  const { rows } = await sql.query<CursorRow>(text, values);
  const { shown, next } = pageOf(actor.id, 'tickets', {
    rows,
    limit: query.limit,
    placeOf: (last) => cursorOf(query, last),
  });
  return { rows: shown, next };
}

type CursorRow = TicketRow & { cursor_key: string; group_key: string | null };
type Order = Pick<ListTicketsQuery, 'sort' | 'group'>;

/** Order and group of a list, and where in them the row stands. */
const cursorOf = ({ sort, group }: Order, row: CursorRow) => [
  ...[sort, group ?? null, row.group_key, row.cursor_key, row.id],
];

/** All tickets of a filter that the person sees, in its order, a page at a time: for who reads them to the end. */
export async function* ticketPages(
  actor: Actor,
  filter: Omit<ListTicketsQuery, 'limit' | 'cursor'>,
  limit: number,
): AsyncGenerator<TicketRow[]> {
  const searched = await readSearch(actor, filter.search);
  for (let cursor: string | undefined; ; ) {
    const { text, values } = listTicketsSql(actor, { ...filter, limit: limit - 1, cursor }, searched);
    const { rows } = await sql.query<CursorRow>(text, values);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (rows.length < limit || !last) return;
    cursor = encodeCursor(actor.id, 'tickets', cursorOf(filter, last));
  }
}

/** The statement of {@link listTickets}: for the test on its plan and for the bench. Reads one row more than a page. */
export function listTicketsSql(
  actor: Actor,
  query: ListTicketsQuery,
  searched: Searched | null = null,
): { text: string; values: unknown[] } {
  // how work is parted is staff's, and so is what the parts would tell
  if (query.group && actor.role === 'customer') throw new Invalid({ group: ['not_allowed'] });
  const values = new Values(actor.id);
  const where = conditions(actor, query, searched, values);
  const inner = page(actor, query, where, values);
  return {
    text: `${ticketRows(`(${inner})`, ownColumns('$1'))} ORDER BY ${orderBy(actor, query)}`,
    values: values.list,
  };
}

/** A search says by `is:spam` and `is:trash` where it looks; else the list does. */
function conditions(actor: Actor, filter: TicketFilter, searched: Searched | null, values: Values): string[] {
  const place = searched?.asked.filter.place ?? filter.in;
  return [
    ...ticketConditions(actor, { ...filter, in: place }, values),
    ...(searched ? searchedConditions(actor, searched, values) : []),
  ];
}

function orderBy(actor: Actor, { sort, group }: Order): string {
  const { key, direction } = orderFor(actor, sort);
  return `${group ? `${GROUPINGS[group].key}, ` : ''}${key} ${direction}, t.id ${direction}`;
}

/** Where the last page ended; null at the beginning, and for a cursor of another order: start over rather than skip. */
function placeOf(actor: Actor, { cursor, sort, group }: ListTicketsQuery) {
  if (!cursor) return null;
  const place = decodeCursor(actor.id, 'tickets', cursor) as [
    string,
    Group | null,
    string | null,
    string,
    string,
  ];
  return place[0] === sort && place[1] === (group ?? null) ? place : null;
}

/**
 * The page's tickets without their joins. An agent's list by age is the union of the ranges that he sees (his own,
 * and what nobody holds in each of his queues): a condition with OR would walk past everybody else's tickets. Groups
 * that are known before are such ranges as well; those that the last page has left behind are not asked any more.
 */
function page(actor: Actor, query: ListTicketsQuery, where: readonly string[], values: Values): string {
  const order = orderFor(actor, query.sort);
  const grouping = query.group ? GROUPINGS[query.group] : null;
  const by = orderBy(actor, query);
  // in a part all have the same key; naming it would keep the index from giving the order
  const within = grouping?.parts ? orderBy(actor, { sort: query.sort }) : by;
  const select = (more: readonly string[]) =>
    `SELECT t.*, (${order.key})::text AS cursor_key, ${grouping ? `(${grouping.key})::text` : 'NULL'} AS group_key
     FROM ticket t WHERE ${[...where, ...more].join(' AND ')} ORDER BY ${within} LIMIT ${query.limit + 1}`;
  const byAge =
    actor.role === 'agent' &&
    order.key === 't.created_at' &&
    !(query.assignee?.length === 1 && query.assignee[0] === 'me');
  const ranges = (byAge && visibleRanges(actor.scope, '$1')) || [null];
  const selects = partsOf(actor, query, values).flatMap((part) =>
    ranges.map((range) => select(range ? [...part, range] : part)),
  );
  if (selects.length === 1) return selects[0]!;
  return `SELECT * FROM (${selects.map((one) => `(${one})`).join(' UNION ALL ')}) t
    ORDER BY ${by} LIMIT ${query.limit + 1}`;
}

/** Conditions of what is still to come, one list for each part of the list that is read by itself. */
function partsOf(actor: Actor, query: ListTicketsQuery, values: Values): string[][] {
  const { key, direction, type } = orderFor(actor, query.sort);
  const place = placeOf(actor, query);
  const grouping = query.group ? GROUPINGS[query.group] : null;
  if (!place) return grouping?.parts?.map((part) => [part]) ?? [[]];
  const [, , groupKey, orderKey, id] = place;
  const compare = direction === 'DESC' ? '<' : '>';
  const after = `(${key}, t.id) ${compare} (${values.add(orderKey, `::${type}`)}, ${values.add(id, '::uuid')})`;
  if (!grouping) return [[after]];
  if (grouping.parts) {
    const here = grouping.parts.findIndex((_, part) => String(keyOfPart(query.group!, part)) === groupKey);
    return grouping.parts.slice(here).map((part, n) => (n === 0 ? [part, after] : [part]));
  }
  const last = values.add(groupKey, `::${grouping.type}`);
  return [[`(${grouping.key} > ${last} OR (${grouping.key} = ${last} AND ${after}))`]];
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
