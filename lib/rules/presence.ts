import type { Intent } from '../schemas/values';

/** What holds of presence until an admin sets something else: seconds, minutes. */
export const USUAL_PRESENCE = {
  grace_seconds: 120,
  handover_minutes: 5,
  away_replies: 'waiting',
  reasons: [] as string[],
} as const;

/** Which tickets leave somebody who is away when their customer answers: those that wait for him, or every one. */
export const AWAY_REPLIES = ['waiting', 'all'] as const;

/** How colleagues see somebody: what he says, unless he says that he is online and nobody is there. */
export type Presence = Intent | 'lost';
export const presenceOf = (person: { intent: Intent; is_lost: boolean }): Presence =>
  person.intent === 'online' && person.is_lost ? 'lost' : person.intent;

/** Can work be given to a colleague at this moment? Customers are never there for it. */
export const isThere = (person: { is_available: boolean; presence: { is_lost: boolean } | null }): boolean =>
  person.is_available && person.presence?.is_lost === false;

/** May a reason stand beside it? Who is online or offline needs none. */
export const mayHaveReason = (intent: Intent): boolean => intent !== 'online' && intent !== 'offline';
