import { doorNowConditions } from '../db/sql/board';
import { doorConditions } from '../db/sql/fact-conditions';
import { topicMeant } from '../db/sql/topic';
import { Forbidden, Invalid } from '../errors';
import { type Actor, isStaff, may } from '../rules/permissions';
import { type DoorNow, isDoorNow, type ReportDoor } from '../rules/reports';
import { visibleTickets } from '../rules/visibility';
import type { ListTicketsQuery } from '../schemas/list-tickets';
import { PRIORITIES, UNSOLVED } from '../schemas/values';

/** What lists and search ask of tickets; each member narrows. */
export type TicketFilter = Omit<ListTicketsQuery, 'sort' | 'group' | 'limit' | 'cursor'>;

/** Collects values and hands out their placeholders, after those that are given. */
export class Values {
  readonly list: unknown[];
  constructor(...first: unknown[]) {
    this.list = first;
  }
  readonly add = (value: unknown, type = ''): string => {
    this.list.push(value);
    return `$${this.list.length}${type}`;
  };
}

/** Conditions of the filters, joined with what the person may see. `$1` is always the person's id. */
export function ticketConditions(actor: Actor, filter: TicketFilter, values: Values): string[] {
  if (filter.urgency && !isStaff(actor.role)) throw new Invalid({ urgency: ['not_allowed'] });
  if (filter.tag && !isStaff(actor.role)) throw new Forbidden('Tags are for staff.');
  if (filter.organisation && !isStaff(actor.role)) throw new Forbidden('Organisations are for staff.');
  return [
    visibleTickets(actor, '$1'),
    ...placeConditions(actor, filter.in),
    ...sleepConditions(actor, filter.snoozed),
    ...filterConditions(filter, values),
    ...(filter.mentioned ? [namesMe(actor)] : []),
    ...(filter.q ? [numberOrName(filter.q, values)] : []),
    ...(filter.in_report ? [behindNumber(actor, filter.in_report, values)] : []),
  ];
}

/** Conditions of what a ticket is, without asking who may see it. */
export function filterConditions(
  filter: Pick<
    TicketFilter,
    | 'status'
    | 'priority'
    | 'channel'
    | 'assignee'
    | 'topic'
    | 'language'
    | 'tag'
    | 'waiting_over'
    | 'urgency'
    | 'organisation'
  >,
  values: Values,
): string[] {
  const where: string[] = [];
  const among = (column: string, list: readonly unknown[], type: string) =>
    where.push(`${column} = ANY(${values.add(list, type)})`);
  if (filter.status) {
    among('t.status', filter.status, '::text[]');
    // says the partial indexes' own condition, so that the planner may take them
    if (filter.status.every((s) => (UNSOLVED as readonly string[]).includes(s))) {
      where.push(unsolved);
    }
  }
  if (filter.priority)
    among(
      't.priority',
      filter.priority.map((p) => PRIORITIES.indexOf(p)),
      '::int[]',
    );
  if (filter.channel) among('t.channel', filter.channel, '::text[]');
  if (filter.urgency) {
    // in the words of the index `ticket_urgency`; what is solved is never urgent
    const levels = filter.urgency.map((level) => -Number(level));
    where.push(`-t.urgency = ANY(${values.add(levels, '::int[]')})`);
    if (!filter.urgency.includes('0')) where.push(unsolved);
  }
  if (filter.assignee) where.push(heldBy(filter.assignee, values));
  if (filter.topic) where.push(about(filter.topic, values));
  if (filter.language) where.push(`t.languages && ${values.add(filter.language, '::text[]')}`);
  // the second part is the index's own condition, so that the planner may take it
  if (filter.tag) where.push(`t.tags && ${values.add(filter.tag, '::text[]')} AND t.tags <> '{}'`);
  if (filter.organisation)
    where.push(
      `t.customer_id IN (SELECT id FROM person WHERE organisation_id = ANY(${values.add(filter.organisation, '::uuid[]')}))`,
    );
  if (filter.waiting_over) {
    const since = `now() - ${values.add(filter.waiting_over, '::interval')}`;
    // nothing that is solved waits; that and the expression are the index's own
    where.push(`coalesce(t.waiting_since, 'infinity'::timestamptz) < ${since} AND ${unsolved}`);
  }
  return where;
}

const unsolved = `t.status IN (${UNSOLVED.map((s) => `'${s}'`).join(', ')})`;

function heldBy(assignee: readonly string[], values: Values): string {
  const people = assignee
    .filter((one) => one !== 'none')
    .map((one) => (one === 'me' ? '$1' : values.add(one, '::uuid')));
  const any = [
    ...(people.length > 0 ? [`t.assignee_id IN (${people.join(', ')})`] : []),
    ...(people.length < assignee.length ? ['t.assignee_id IS NULL'] : []),
  ];
  return any.length === 1 ? any[0]! : `(${any.join(' OR ')})`;
}

/** By key, by name, or what an import called it before there was such a topic; that may have had a comma. */
function about(topics: readonly string[], values: Values): string {
  const meant = [...new Set([...topics, topics.join(',')])].map((topic) => {
    const given = values.add(topic, '::text');
    return `${given}, (SELECT key FROM (${topicMeant(given)}) meant)`;
  });
  return `t.topic = ANY(ARRAY[${meant.join(', ')}])`;
}

/** A merged ticket stands in no list: its conversation is another one's. */
export const NOT_MERGED = 't.merged_into IS NULL';
/** Merged into somebody else's, it is all that its customer has of his request. */
const NOT_MERGED_FOR_HIM =
  '(t.merged_into IS NULL OR t.customer_id <> (SELECT s.customer_id FROM ticket s WHERE s.id = t.merged_into))';

/** @throws Forbidden when a customer asks: whether his request was put off is the team's to know. */
function sleepConditions({ role }: Actor, snoozed: TicketFilter['snoozed']): string[] {
  if (snoozed === undefined) return [];
  if (role === 'customer') throw new Forbidden();
  const asleep = '(t.snoozed_until IS NOT NULL OR t.snoozed_for_reply)';
  return [snoozed === 'yes' ? asleep : `NOT ${asleep}`];
}

/** Inbox, spam or trash. A customer has one list: what staff set aside as spam looks to him as it did before. */
function placeConditions({ role }: Actor, place: TicketFilter['in']): string[] {
  if (role === 'customer')
    return [place === 'inbox' ? `t.deleted_at IS NULL AND ${NOT_MERGED_FOR_HIM}` : 'false'];
  if (place === 'trash') return ['t.deleted_at IS NOT NULL', NOT_MERGED];
  return [
    't.deleted_at IS NULL',
    NOT_MERGED,
    place === 'spam' ? 't.spam_at IS NOT NULL' : 't.spam_at IS NULL',
  ];
}

/** Notes are staff's, and so is where they name somebody. */
const namesMe = ({ role }: Actor): string =>
  role === 'customer'
    ? 'false'
    : `t.id IN (SELECT m.ticket_id FROM message_mention mm JOIN message m ON m.id = mm.message_id
        WHERE mm.person_id = $1)`;

function numberOrName(q: string, values: Values): string {
  const escaped = q.toLowerCase().replace(/[\\%_]/g, '\\$&');
  const name = `t.customer_id IN (SELECT id FROM person WHERE lower(name) LIKE ${values.add(`%${escaped}%`)})`;
  const number = /^#?(\d{1,15})$/.exec(q.trim())?.[1];
  return number ? `(t.number = ${values.add(number)} OR ${name})` : name;
}

/** The tickets that a number of the reports counted. Reports are for admins, and so is this door. */
function behindNumber(actor: Actor, door: ReportDoor | DoorNow, values: Values): string {
  if (!may(actor, 'report.read')) throw new Forbidden('Reports are for admins.');
  if (isDoorNow(door)) return doorNowConditions(door, values.add).join(' AND ');
  return `t.id IN (SELECT f.ticket_id FROM ticket_fact f WHERE ${doorConditions(door, values.add).join(' AND ')})`;
}
