'use client';
import { writeStored } from '../../use-stored';

/** What somebody did in the palette lately, the last first. */
export type Recent =
  | { kind: 'command'; id: string }
  | { kind: 'view' | 'section'; key: string }
  | { kind: 'ticket'; number: number; subject: string }
  | { kind: 'customer'; id: string; name: string };

const MOST = 6;
const keyOf = (meId: string) => `palette-recent:${meId}`;
const idOf = (one: Recent) => `${one.kind} ${'number' in one ? one.number : 'key' in one ? one.key : one.id}`;

/** Kept by this browser, for each person apart. */
export function readRecent(meId: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(keyOf(meId)) ?? '[]');
    return Array.isArray(kept) ? (kept as Recent[]) : [];
  } catch {
    // Storage may be forbidden, or hold something else: nothing is remembered.
    return [];
  }
}

export function rememberRecent(meId: string, one: Recent): void {
  const others = readRecent(meId).filter((other) => idOf(other) !== idOf(one));
  writeStored(keyOf(meId), JSON.stringify([one, ...others].slice(0, MOST)));
}
