import type { Mark } from '@/lib/realtime/protocol';

/** What a window has said, and when it was heard. */
export interface Heard {
  mark: Mark;
  at: number;
}

/** A window that says nothing for this long is gone: it repeats itself every 15 seconds. */
export const EXPIRY_MS = 40_000;
/** Writing is told again with the keys; so long after the last of them it is over. */
export const TYPING_MS = 10_000;

const STRENGTH: Record<Mark['state'], number> = { gone: 0, open: 1, viewing: 2, noting: 3, replying: 4 };

/** What stands of it at a moment: one mark a person, the one of his windows that says most; by name. */
export function standingMarks(heard: Iterable<Heard>, now: number): readonly Mark[] {
  const people = new Map<string, Mark>();
  for (const { mark, at } of heard) {
    if (mark.state === 'gone' || now - at >= EXPIRY_MS) continue;
    const isWriting = mark.state === 'replying' || mark.state === 'noting';
    const standing: Mark = isWriting && now - at >= TYPING_MS ? { ...mark, state: 'viewing' } : mark;
    const other = people.get(mark.person.id);
    if (!other || STRENGTH[standing.state] > STRENGTH[other.state]) people.set(mark.person.id, standing);
  }
  return [...people.values()].sort((a, b) => a.person.name.localeCompare(b.person.name));
}
