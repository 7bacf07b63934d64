import { sql } from '../db/transaction';
import { Forbidden } from '../errors';
import { type AuditView, presentAudit } from '../presenters/audit';
import { type Actor, may } from '../rules/permissions';
import type { AuditDto, ListAuditQuery } from '../schemas/audit';
import { decodeCursor, encodeCursor } from './cursor';

/** Events without a ticket that nobody reviews: people set themselves available, ask for codes and drafts, measure, or wait for an import. */
const NOT_AUDITED = [
  'availability.changed',
  'code.requested',
  'draft.requested',
  'import.advanced',
  'system.probed',
];
/** Events of tickets that belong to the log. The index `event_trash` says the same. */
const OF_TICKETS = ['ticket.deleted', 'ticket.restored'];
const quoted = (list: readonly string[]) => list.map((one) => `'${one}'`).join(', ');

/**
 * One page of the audit log: what staff and the product itself did, newest first. What customers did to their own
 * accounts is left out, unless the filter names a person. Two ranges of two indexes, merged.
 */
export async function listAudit(
  actor: Actor,
  query: ListAuditQuery,
): Promise<{ results: AuditDto[]; next: string | null }> {
  if (!may(actor, 'audit.read')) throw new Forbidden();
  const { text, values } = listAuditSql(actor, query);
  const { rows } = await sql.query<AuditView>(text, values);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const next =
    rows.length > query.limit && last
      ? encodeCursor(actor.id, 'audit', [last.created_at.toISOString(), last.id])
      : null;
  return { results: shown.map(presentAudit), next };
}

/** The statement of {@link listAudit}, for the test on its plan. */
export function listAuditSql(actor: Actor, query: ListAuditQuery): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const where: string[] = [];
  if (query.actor === 'house') where.push('e.actor_id IS NULL');
  else if (query.actor) where.push(`e.actor_id = ${add(query.actor)}::uuid`);
  if (query.person) where.push(`e.data ->> 'person_id' = ${add(query.person)}`);
  if (!query.actor && !query.person) {
    where.push(`(e.actor_id IS NULL
      OR EXISTS (SELECT 1 FROM person p WHERE p.id = e.actor_id AND p.role <> 'customer'))`);
  }
  if (query.type) where.push(`e.type = ANY(${add(query.type)}::text[])`);
  if (query.from) where.push(`e.created_at >= ${add(atUtc(query.from))}::timestamptz`);
  if (query.to) where.push(`e.created_at < ${add(atUtc(query.to))}::timestamptz`);
  if (query.cursor) {
    const [time, id] = decodeCursor(actor.id, 'audit', query.cursor) as [string, string];
    where.push(`(e.created_at, e.id) < (${add(time)}::timestamptz, ${add(id)}::uuid)`);
  }
  const range = (condition: string) => `(SELECT e.* FROM event e WHERE ${[condition, ...where].join(' AND ')}
    ORDER BY e.created_at DESC, e.id DESC LIMIT ${query.limit + 1})`;
  const text = `SELECT e.*, a.name AS actor_name, p.name AS person_name, t.number AS ticket_number
    FROM (${range(`e.ticket_id IS NULL AND e.type NOT IN (${quoted(NOT_AUDITED)})`)}
      UNION ALL ${range(`e.type IN (${quoted(OF_TICKETS)})`)}) e
    LEFT JOIN person a ON a.id = e.actor_id
    LEFT JOIN person p ON p.id = (e.data ->> 'person_id')::uuid
    LEFT JOIN ticket t ON t.id = e.ticket_id
    ORDER BY e.created_at DESC, e.id DESC LIMIT ${query.limit + 1}`;
  return { text, values };
}

const atUtc = (moment: string): string => (moment.length === 10 ? `${moment}T00:00:00Z` : moment);
