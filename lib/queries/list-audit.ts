import { sql } from '../db/transaction';
import { Forbidden } from '../errors';
import { type AuditView, presentAudit } from '../presenters/audit';
import { type Actor, may } from '../rules/permissions';
import type { AuditDto, ListAuditQuery } from '../schemas/audit';
import { decodeCursor, pageOf } from './cursor';

/** Events without a ticket that nobody reviews: people ask for codes and drafts, measure, or wait for an import. */
const NOT_AUDITED = ['code.requested', 'draft.requested', 'import.advanced', 'system.probed'];
/** Of interest only to whoever asks for one person: people set themselves available many times a day. */
const OF_ONE_PERSON = 'availability.changed';
/** Events of tickets that belong to the log. The index `event_trash` says the same. */
const OF_TICKETS = ['ticket.deleted', 'ticket.restored'];
const quoted = (list: readonly string[]) => list.map((one) => `'${one}'`).join(', ');

/**
 * One page of the audit log: what staff and the product itself did, newest first. What customers did to their own
 * accounts is left out, unless the filter names a person. Ranges of several indexes, merged.
 */
export async function listAudit(
  actor: Actor,
  query: ListAuditQuery,
): Promise<{ results: AuditDto[]; next: string | null }> {
  if (!may(actor, 'audit.read')) throw new Forbidden();
  const { text, values } = listAuditSql(actor, query);
  const { rows } = await sql.query<AuditView>(text, values);
  const { shown, next } = pageOf(actor.id, 'audit', {
    rows,
    limit: query.limit,
    placeOf: ({ created_at, id }) => [created_at.toISOString(), id],
  });
  return { results: shown.map(presentAudit), next };
}

/** The statement of {@link listAudit}, for the test on its plan. */
export function listAuditSql(actor: Actor, query: ListAuditQuery): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const add: Add = (value) => `$${values.push(value)}`;
  const where = filters(actor, query, add);
  const limit = `ORDER BY e.created_at DESC, e.id DESC LIMIT ${query.limit + 1}`;
  const ranges = rangesOf(query.person, add).map(
    (range) => `(SELECT e.* FROM event e WHERE ${[range, ...where].join(' AND ')} ${limit})`,
  );
  const text = `SELECT e.*, a.name AS actor_name, p.name AS person_name, t.number AS ticket_number,
      (SELECT name FROM person WHERE id = (e.data ->> 'agent_id')::uuid) AS agent_name
    FROM (${ranges.join(' UNION ALL ')}) e
    LEFT JOIN person a ON a.id = e.actor_id
    LEFT JOIN person p ON p.id = (e.data ->> 'person_id')::uuid
    LEFT JOIN ticket t ON t.id = e.ticket_id
    ${limit}`;
  return { text, values };
}

type Add = (value: unknown) => string;

/** Disjoint parts of the log, each with an index of its own. */
function rangesOf(person: string | undefined, add: Add): string[] {
  const left = person ? NOT_AUDITED : [...NOT_AUDITED, OF_ONE_PERSON];
  const general = `e.ticket_id IS NULL AND e.type NOT IN (${quoted(left)})`;
  const ofTickets = `e.type IN (${quoted(OF_TICKETS)})`;
  if (!person) return [general, ofTickets];
  const id = add(person);
  return [
    `${general} AND e.data ->> 'person_id' = ${id}::text`,
    // what somebody did to himself is told once
    `${general} AND e.actor_id = ${id}::uuid AND e.data ->> 'person_id' IS DISTINCT FROM ${id}::text`,
    `${ofTickets} AND e.actor_id = ${id}::uuid`,
  ];
}

function filters(actor: Actor, query: ListAuditQuery, add: Add): string[] {
  const where: string[] = [];
  if (query.actor === 'house') where.push('e.actor_id IS NULL');
  else if (query.actor) where.push(`e.actor_id = ${add(query.actor)}::uuid`);
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
  return where;
}

const atUtc = (moment: string): string => (moment.length === 10 ? `${moment}T00:00:00Z` : moment);
