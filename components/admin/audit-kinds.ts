/** What a reader of the log looks for, and the events it stands for. Names are `audit.kinds.<key>`. */
export const AUDIT_KINDS = {
  people: ['person.created', 'person.changed', 'invitation.sent'],
  sessions: ['session.started', 'session.ended'],
  settings: ['settings.changed'],
  topics: ['topic.created', 'topic.changed'],
  canned: ['canned_reply.created', 'canned_reply.changed'],
  tickets: ['ticket.deleted', 'ticket.restored', 'trash.emptied'],
  imports: ['import.requested'],
} as const satisfies Record<string, readonly string[]>;
export type AuditKind = keyof typeof AUDIT_KINDS;
