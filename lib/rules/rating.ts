import type { Settings } from '../schemas/settings';
import type { Score } from '../schemas/values';

/**
 * What customers say of the help they got (spec/product.md 2.24): a score from 1 to 5 for each resolution.
 *
 * A resolution counts once somebody of the team has answered. It is rated within 30 days, and the rating is changed
 * within 7; one that ended by reopening stays as it was rated.
 */
const RATED_WITHIN = 30;
const CHANGED_WITHIN = 7;
const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Somebody should look at it. */
export const isLow = (score: Score): boolean => score <= 2;
/** From here on reports count a customer as satisfied. */
export const GOOD_FROM: Score = 4;

export interface RatedFacts {
  /** Null while the ticket is not resolved. */
  resolved_at: Date | null;
  first_reply_at: Date | null;
  /** When this resolution was rated. */
  answered_at: Date | null;
}

/** Until when the resolution may be rated, or rated otherwise; null when there is nothing to rate. */
export function rateableUntil({ resolved_at, first_reply_at, answered_at }: RatedFacts): Date | null {
  if (resolved_at === null || first_reply_at === null) return null;
  return answered_at
    ? new Date(answered_at.getTime() + CHANGED_WITHIN * DAY)
    : new Date(resolved_at.getTime() + RATED_WITHIN * DAY);
}

export interface AskFacts extends RatedFacts {
  /** When its customer was asked about this resolution, and when last about any. */
  asked_at: Date | null;
  last_asked_at: Date | null;
  /** In the trash, spam, or part of another ticket. */
  is_aside: boolean;
  is_imported: boolean;
  /** Somebody of the team wants him to be spared. */
  is_spared: boolean;
}

/** How long a question may come late: who turns it on does not ask about last year. */
const LATE = 3 * DAY;

/**
 * Is it time to ask by mail how it was? So many hours after the resolution, while it holds; once for each, and a
 * person at most once in so many days.
 */
export function shallAsk(facts: AskFacts, rule: Settings['ask_rating'], now: Date): boolean {
  const { resolved_at, first_reply_at, answered_at, asked_at, last_asked_at } = facts;
  if (rule === null || resolved_at === null || first_reply_at === null) return false;
  if (facts.is_aside || facts.is_imported || facts.is_spared || answered_at || asked_at) return false;
  const due = resolved_at.getTime() + rule.after_hours * HOUR;
  if (now.getTime() < due || now.getTime() > due + LATE) return false;
  return last_asked_at === null || now.getTime() - last_asked_at.getTime() >= rule.every_days * DAY;
}

/** The hours between which a resolution lies that may have to be asked about now. */
export const dueBetween = (rule: NonNullable<Settings['ask_rating']>) => ({
  from: rule.after_hours + LATE / HOUR,
  to: rule.after_hours,
});
