/**
 * The life of a call (product 2.27). It lasts as long as the customer is on the line: agents come and go meanwhile, and a
 * word that comes late, twice or for a call that is over changes nothing.
 */
export const CALL_STATES = ['ringing', 'answered', 'held', 'ended', 'missed', 'voicemail'] as const;
export type CallState = (typeof CALL_STATES)[number];

export const CALL_HAPPENINGS = [
  /** Customer and agent speak with each other. */
  'joined',
  /** The customer waits alone, with the agent's knowledge. */
  'held',
  /** He is asked to leave a message. */
  'recording',
  /** He left one. */
  'recorded',
  /** He is gone; `silent`: he was asked for a message and left none, as far as is known. */
  'gone',
  'silent',
] as const;
export type CallHappening = (typeof CALL_HAPPENINGS)[number];

const NEXT: Record<CallState, Partial<Record<CallHappening, CallState>>> = {
  ringing: { joined: 'answered', recording: 'voicemail', recorded: 'voicemail', gone: 'missed' },
  answered: { held: 'held', gone: 'ended' },
  held: { joined: 'answered', gone: 'ended' },
  voicemail: { recorded: 'voicemail', gone: 'voicemail', silent: 'missed' },
  // that he left a message may be told later than that he went
  missed: { recorded: 'voicemail' },
  ended: {},
};

/** The state after what happened; null when it means nothing in this state. */
export const nextCallState = (state: CallState, happening: CallHappening): CallState | null =>
  NEXT[state][happening] ?? null;

/** May the agent's wish be told to the provider in this state? */
export const CALL_WISHES = ['pick_up', 'hold', 'resume', 'hang_up'] as const;
export type CallWish = (typeof CALL_WISHES)[number];
const FROM: Record<CallWish, readonly CallState[]> = {
  pick_up: ['ringing'],
  hold: ['answered'],
  resume: ['held'],
  hang_up: ['ringing', 'answered', 'held', 'voicemail'],
};
export const mayWish = (state: CallState, isOver: boolean, wish: CallWish): boolean =>
  !isOver && FROM[wish].includes(state);

/** Whole seconds between two moments of a call. */
export const secondsBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.round((to.getTime() - from.getTime()) / 1_000));
