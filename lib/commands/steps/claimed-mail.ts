export type MailState = 'queued' | 'sending' | 'sent' | 'deferred' | 'failed' | 'bounced' | 'spared';

/** A mail that this process alone may send until its lease ends. `attempts` fences it: a later claim counts on. */
export interface ClaimedMail {
  id: string;
  /** State before the claim. */
  was: MailState;
  attempts: number;
  ticket_id: string | null;
  /** Set when the mail must not be sent at all. */
  refusal: string | null;
}

/** Setting that holds mail back while the server does not let us in: `{ until, reason }`. */
export const PAUSE_KEY = 'mail_out_pause';
