/** Where a mail that came in ends: in exactly one of these. */
export const MAIL_ENDS = ['appended', 'created', 'quarantined', 'ignored', 'failed'] as const;
export type MailEnd = (typeof MAIL_ENDS)[number];
/** And before: it is there, raw, and waits to be read. */
export const MAIL_IN_STATES = ['received', ...MAIL_ENDS] as const;
export type MailInState = (typeof MAIL_IN_STATES)[number];

/** Why it ended so. */
export const MAIL_REASONS = [
  // appended
  'bounce',
  'auto_reply',
  // created
  'stranger',
  'forged',
  // ignored
  'own_mail',
  'duplicate',
  'bounce_unknown',
  // quarantined
  'list',
  'spam',
  'too_many',
  'same_id',
  'staff_sender',
  'sender_disabled',
  'no_sender',
  'empty',
  'unreadable',
  // failed
  'raw_missing',
  'gave_up',
] as const;
export type MailReason = (typeof MAIL_REASONS)[number];

/** Held back for what it looks like; an admin who looks at it may say that it is a customer's after all. */
const RECOVERABLE: ReadonlySet<MailReason> = new Set<MailReason>(['list', 'spam', 'too_many', 'same_id']);
export const isRecoverable = (state: MailInState, reason: MailReason | null): boolean =>
  state === 'quarantined' && reason !== null && RECOVERABLE.has(reason);
