import { Conflict } from '../../errors';
import type { LockedHeld } from './lock-held';

/** @throws Conflict `already_sent` or `already_undone`: of two acts on a held message the second comes too late. */
export function refuseIfOver({ state }: LockedHeld): void {
  if (state === 'sent') throw new Conflict('already_sent', 'It has left already.');
  if (state === 'undone') throw new Conflict('already_undone', 'It was taken back already.');
}
