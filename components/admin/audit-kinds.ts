/**
 * What a reader of the log looks for, and the events it stands for. Names are `audit.kinds.<key>`, sentences
 * `audit.acts.<event>`.
 */
export const AUDIT_KINDS = {
  people: [
    'person.created',
    'person.changed',
    'invitation.sent',
    'password.reset_requested',
    'email.change_requested',
    'customer.changed',
    'customer.noted',
    'pair.blocked',
    'pair.unblocked',
    'customer.merged',
    'customer.absorbed',
    'customer.unmerged',
    'customer.parted',
    'organisation.created',
    'organisation.edited',
    'organisation.deleted',
  ],
  sessions: ['session.started', 'session.ended'],
  teams: ['team.created', 'team.edited', 'team.deleted'],
  settings: ['settings.changed'],
  topics: ['topic.created', 'topic.changed'],
  canned: ['canned_reply.created', 'canned_reply.changed'],
  views: ['view.created', 'view.edited', 'view.deleted'],
  tickets: ['ticket.deleted', 'ticket.restored', 'trash.emptied'],
  data: [
    'import.requested',
    'import.finished',
    'import.undone',
    'facts.imported',
    'export.made',
    'demo.removed',
  ],
  keys: ['key.created', 'key.revoked'],
  telephone: ['phone_line.created', 'phone_line.changed'],
  messenger: ['messenger_page.created', 'messenger_page.changed', 'messenger_event.reread'],
  email: [
    'mailbox.created',
    'mailbox.changed',
    'mailbox.key_renewed',
    'mailbox.down',
    'mailbox.up',
    'mail.reread',
  ],
  chat: ['website.created', 'website.changed', 'website.secret_renewed'],
} as const satisfies Record<string, readonly string[]>;
export type AuditKind = keyof typeof AUDIT_KINDS;
