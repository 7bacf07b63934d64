import { type Actor, isStaff } from '../rules/permissions';
import type { SearchFilter } from '../rules/search-query';
import type { SearchTicketsQuery } from '../schemas/search';
import { containing } from './containing';
import { filterConditions, type TicketFilter, ticketConditions, type Values } from './ticket-conditions';

/** What a hit `t` must be: visible to the person, and what the filters of the address and the operators say. */
export function searchConditions(
  actor: Actor,
  {
    status,
    priority,
    channel,
    assignee,
    topic,
    language,
    tag,
    waiting_over,
    organisation,
  }: SearchTicketsQuery,
  operators: SearchFilter,
  values: Values,
): string {
  const asked: TicketFilter = {
    status,
    priority,
    channel,
    assignee,
    topic,
    language,
    tag,
    waiting_over,
    organisation,
    in: operators.place ?? 'inbox',
  };
  return [...ticketConditions(actor, asked, values), ...operatorConditions(actor, operators, values)].join(
    ' AND ',
  );
}

/** What the operators of a search say. */
export function operatorConditions(actor: Actor, filter: SearchFilter, values: Values): string[] {
  const { assignee, from, topic, language, status, priority, channel, tag } = filter;
  const known = assignee === 'me' || assignee === 'none' ? [assignee] : undefined;
  const languages = language ? [language] : undefined;
  const where = filterConditions(
    { status, priority, channel, language: languages, assignee: known, tag },
    values,
  );
  if (assignee === 'any') where.push('t.assignee_id IS NOT NULL');
  else if (typeof assignee === 'object')
    where.push(`t.assignee_id IN (${peopleNamed(assignee.name, "role <> 'customer'", values)})`);
  if (from) where.push(`t.customer_id IN (${peopleNamed(from, "role = 'customer'", values)})`);
  if (topic) where.push(`lower(t.topic) = lower(${values.add(topic)})`);
  if (filter.before)
    where.push(`t.created_at < ${values.add(`${filter.before}T00:00:00Z`, '::timestamptz')}`);
  if (filter.after) where.push(`t.created_at >= ${values.add(`${filter.after}T00:00:00Z`, '::timestamptz')}`);
  if (filter.attachment) {
    const readable = isStaff(actor.role) ? '' : 'AND NOT m.is_internal';
    where.push(
      `EXISTS (SELECT 1 FROM message m JOIN attachment a ON a.message_id = m.id WHERE m.ticket_id = t.id ${readable})`,
    );
  }
  return where;
}

const peopleNamed = (name: string, role: string, values: Values): string => {
  const like = values.add(containing(name));
  return `SELECT coalesce(merged_into, id) FROM person WHERE ${role} AND (lower(name) LIKE ${like} OR email LIKE ${like})`;
};
