import type { Settings } from '../schemas/settings';
import type { Status } from '../schemas/values';

/** What of a ticket the rule looks at. */
export interface WaitingFacts {
  status: Status;
  /** When anything happened that the customer could see. */
  changed_at: Date;
  /** When the customer was told, and the time that he was told of. */
  told_at: Date | null;
  close_at: Date | null;
  snoozed_until: Date | null;
  promise_at: Date | null;
  /** In the trash, spam, or part of another ticket. */
  is_aside: boolean;
}

const DAY = 86_400_000;

/**
 * What becomes of a ticket that waits for its customer (product B13; off unless admins want it): told `notice_days`
 * before, it is resolved `after_days` after the last thing that he could see. It is never resolved before the time that
 * he was told of, and whatever happens after he was told counts anew. One that a colleague put off to a time, or
 * promised something for, is left to him.
 */
export function autoCloseStep(
  facts: WaitingFacts,
  rule: Settings['auto_close'],
  now: Date,
): 'tell' | 'resolve' | null {
  const { status, changed_at, told_at, close_at, snoozed_until, promise_at, is_aside } = facts;
  if (rule === null || status !== 'WAITING_ON_CUSTOMER' || is_aside || promise_at !== null) return null;
  if (snoozed_until !== null && snoozed_until > now) return null;
  if (told_at === null || close_at === null || told_at < changed_at) {
    const quietDays = (now.getTime() - changed_at.getTime()) / DAY;
    return quietDays >= rule.after_days - rule.notice_days ? 'tell' : null;
  }
  return close_at <= now ? 'resolve' : null;
}
