import { type TicketRow, ticketRows } from '../db/sql/ticket-row';
import { sql } from '../db/transaction';
import { audienceOf, presentTicket } from '../presenters/ticket';
import type { Actor } from '../rules/permissions';
import { visibleRanges, visibleTickets } from '../rules/visibility';
import type { ListTicketsQuery, TicketDto } from '../schemas/ticket';
import { PRIORITIES, UNSOLVED } from '../schemas/values';
import { decodeCursor, encodeCursor } from './cursor';

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
} as const;

/** What a note or another act among staff touches is not a change to the customer, neither in the order nor in a cursor. */
function orderFor(actor: Actor, sort: ListTicketsQuery['sort']) {
  if (sort === 'updated' && actor.role === 'customer') {
    return { ...ORDERS.updated, key: 't.public_updated_at' } as const;
  }
  return ORDERS[sort];
}

type Filter = Omit<ListTicketsQuery, 'sort' | 'limit' | 'cursor'>;

/** Collects values and hands out their placeholders. `$1` is always the person's id. */
class Values {
  readonly list: unknown[];
  constructor(first: unknown) {
    this.list = [first];
  }
  add(value: unknown, type = ''): string {
    this.list.push(value);
    return `$${this.list.length}${type}`;
  }
}

/** Conditions of the filters, joined with what the person may see. */
function ticketConditions(actor: Actor, filter: Filter, values: Values): string[] {
  const where = [visibleTickets(actor, '$1')];
  const among = (column: string, list: readonly unknown[], type: string) =>
    where.push(`${column} = ANY(${values.add(list, type)})`);
  where.push(...placeConditions(actor, filter.in));
  if (filter.status) {
    among('t.status', filter.status, '::text[]');
    // says the partial indexes' own condition, so that the planner may take them
    if (filter.status.every((s) => (UNSOLVED as readonly string[]).includes(s))) {
      where.push(`t.status IN (${UNSOLVED.map((s) => `'${s}'`).join(', ')})`);
    }
  }
  if (filter.priority)
    among(
      't.priority',
      filter.priority.map((p) => PRIORITIES.indexOf(p)),
      '::int[]',
    );
  if (filter.channel) among('t.channel', filter.channel, '::text[]');
  if (filter.assignee === 'none') where.push('t.assignee_id IS NULL');
  else if (filter.assignee)
    where.push(`t.assignee_id = ${filter.assignee === 'me' ? '$1' : values.add(filter.assignee)}`);
  if (filter.topic) where.push(`t.topic = ${values.add(filter.topic)}`);
  if (filter.language) where.push(`${values.add(filter.language)} = ANY(t.languages)`);
  if (filter.q) where.push(numberOrName(filter.q, values));
  return where;
}

/** Inbox, spam or trash. A customer has one list: what staff set aside as spam looks to him as it did before. */
function placeConditions({ role }: Actor, place: Filter['in']): string[] {
  if (role === 'customer') return [place === 'inbox' ? 't.deleted_at IS NULL' : 'false'];
  if (place === 'trash') return ['t.deleted_at IS NOT NULL'];
  return ['t.deleted_at IS NULL', place === 'spam' ? 't.spam_at IS NOT NULL' : 't.spam_at IS NULL'];
}

function numberOrName(q: string, values: Values): string {
  const escaped = q.toLowerCase().replace(/[\\%_]/g, '\\$&');
  const name = `t.customer_id IN (SELECT id FROM person WHERE lower(name) LIKE ${values.add(`%${escaped}%`)})`;
  const number = /^#?(\d{1,15})$/.exec(q.trim())?.[1];
  return number ? `(t.number = ${values.add(number)} OR ${name})` : name;
}

/** One page of the tickets that the person sees, in one query; keyset, so that any depth costs the same. */
export async function listTickets(
  actor: Actor,
  query: ListTicketsQuery,
): Promise<{ results: TicketDto[]; next: string | null }> {
  const { text, values } = listTicketsSql(actor, query);
  const { rows } = await sql.query<TicketRow & { cursor_key: string }>(text, values);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const next =
    rows.length > query.limit && last
      ? encodeCursor(actor.id, 'tickets', [query.sort, last.cursor_key, last.id])
      : null;
  return { results: shown.map((row) => presentTicket(row, audienceOf(actor.role))), next };
}

/** The statement of {@link listTickets}: for the test on its plan and for the bench. Reads one row more than a page. */
export function listTicketsSql(actor: Actor, query: ListTicketsQuery): { text: string; values: unknown[] } {
  const values = new Values(actor.id);
  const order = orderFor(actor, query.sort);
  const where = ticketConditions(actor, query, values);
  if (query.cursor) where.push(afterCursor(actor, query, values));
  const text = `${ticketRows(`(${page(actor, query, where)})`)} ORDER BY ${orderBy(order.key, order.direction)}`;
  return { text, values: values.list };
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
  const byAge = actor.role === 'agent' && order.key === 't.created_at' && query.assignee !== 'me';
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
  filter: Filter,
): Promise<{ count: number; capped: boolean }> {
  const values = new Values(actor.id);
  const where = ticketConditions(actor, filter, values);
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM ticket t WHERE ${where.join(' AND ')} LIMIT ${COUNT_CAP + 1}) x`,
    values.list,
  );
  const count = rows[0]!.count;
  return { count: Math.min(count, COUNT_CAP), capped: count > COUNT_CAP };
}
