/** Where something that Messenger told us ends: in exactly one of these; `received` is what waits to be read. */
export const MESSENGER_EVENT_STATES = ['received', 'done', 'ignored', 'failed'] as const;

/** What it is; the door says so, and `other` is what we have no use for. */
export const MESSENGER_EVENT_KINDS = [
  'message',
  'echo',
  'postback',
  'reaction',
  'edit',
  'delivery',
  'read',
  'other',
] as const;
export type MessengerEventKind = (typeof MESSENGER_EVENT_KINDS)[number];

/** Why it ended so. */
export const MESSENGER_REASONS = [
  // ignored
  'own_echo',
  'unknown_kind',
  'unknown_page',
  'empty',
  'unsent',
  'no_ticket',
  'not_ours',
  'person_disabled',
  // failed
  'gave_up',
] as const;
export type MessengerReason = (typeof MESSENGER_REASONS)[number];
