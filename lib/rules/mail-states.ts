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
  'too_large',
  'staff_off',
  'staff_unproven',
  'staff_address',
  'staff_closed',
  'staff_quote',
  // failed
  'raw_missing',
  'not_fetched',
  'gave_up',
] as const;
export type MailReason = (typeof MAIL_REASONS)[number];

/** Held back for what it looks like; an admin who looks at it may say that it is a customer's after all. */
const RECOVERABLE: ReadonlySet<MailReason> = new Set<MailReason>([
  ...(['list', 'spam', 'too_many', 'same_id'] as const),
  // an answer of the team: what an admin lets in is posted in its author's name
  ...(['staff_off', 'staff_unproven'] as const),
]);
export const isRecoverable = (state: MailInState, reason: MailReason | null): boolean =>
  state === 'quarantined' && reason !== null && RECOVERABLE.has(reason);

/** It never came here as a whole: there is nothing to read again. */
const NOT_HERE: ReadonlySet<MailReason> = new Set<MailReason>(['too_large', 'not_fetched']);
export const isReadable = (state: MailInState, reason: MailReason | null): boolean =>
  (state === 'failed' || state === 'quarantined') && (reason === null || !NOT_HERE.has(reason));
