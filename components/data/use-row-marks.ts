'use client';
import { useContext, useEffect, useSyncExternalStore } from 'react';
import type { Mark } from '@/lib/realtime/protocol';
import { LiveContext } from './live-context';

const NOBODY: readonly Mark[] = [];
const nothing = () => () => {};

/** Which of the staff are at a ticket whose row is watched. */
export function useRowMarks(ticketId: string): readonly Mark[] {
  const live = useContext(LiveContext);
  return useSyncExternalStore(
    live?.marks.subscribe ?? nothing,
    () => live?.marks.of(ticketId) ?? NOBODY,
    () => NOBODY,
  );
}

/** Hears who is at these tickets while their rows are on the screen. `ids` parted by commas, so that the same are the same. */
export function useWatchMarks(ids: string): void {
  const live = useContext(LiveContext);
  useEffect(() => live?.marks.watch(ids === '' ? [] : ids.split(',')), [live, ids]);
  useEffect(() => () => live?.marks.watch([]), [live]);
}
