import type { CallDto } from '@/lib/schemas/call';

type Shown = 'ringing' | 'answered' | 'held' | 'voicemail' | 'missed' | 'left' | 'unanswered';

/** What is said of a call; null when it is over and there is nothing left to do about it. */
export function callState({
  state,
  direction,
  ended_at,
}: Pick<CallDto, 'state' | 'direction' | 'ended_at'>): Shown | null {
  if (state === 'ended') return null;
  if (state === 'missed') return direction === 'in' ? 'missed' : 'unanswered';
  return state === 'voicemail' && ended_at !== null ? 'left' : state;
}
