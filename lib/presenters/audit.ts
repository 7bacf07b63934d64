import type { EventRow } from '../events/catalogue';
import type { AuditDto } from '../schemas/audit';

/** An event of the audit log with the names that its line shows. */
export interface AuditView extends EventRow {
  actor_name: string | null;
  person_name: string | null;
  ticket_number: number | null;
  /** The colleague of whom it speaks beside the person. */
  agent_name: string | null;
}

/** Under which of these an event keeps what the thing is called that it is about. */
const NAMES = ['name', 'key', 'short_code', 'what', 'address', 'number'];

export function presentAudit(event: AuditView): AuditDto {
  const { data } = event;
  const person = typeof data.person_id === 'string' ? data.person_id : null;
  return {
    id: event.id,
    type: event.type,
    created_at: event.created_at.toISOString(),
    actor: event.actor_id ? { id: event.actor_id, name: event.actor_name ?? '' } : null,
    person: person ? { id: person, name: event.person_name ?? '' } : null,
    ticket: event.ticket_number,
    subject: subjectOf(data) ?? event.agent_name,
    changes: changesIn(data),
    request_id: event.request_id,
  };
}

function subjectOf(data: Record<string, unknown>): string | null {
  if (Array.isArray(data.tickets))
    return (data.tickets as { number: number }[]).map(({ number }) => `#${number}`).join(', ');
  return NAMES.map((name) => data[name]).find((value): value is string => typeof value === 'string') ?? null;
}

/** Fields with their old and new values, and after them those of which the log says only that they changed. */
function changesIn(data: Record<string, unknown>): AuditDto['changes'] {
  const valued = Object.entries((data.changes ?? {}) as Record<string, [unknown, unknown]>);
  const named = Array.isArray(data.fields) ? (data.fields as string[]) : [];
  return [
    ...valued.map(([field, [old, now]]) => ({ field, old, new: now })),
    ...named.filter((field) => !valued.some(([known]) => known === field)).map((field) => ({ field })),
  ];
}
