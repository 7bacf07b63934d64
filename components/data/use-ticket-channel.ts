'use client';
import { useCallback, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import type { Mark } from '@/lib/realtime/protocol';
import { LiveContext } from './live-context';
import type { TicketRef } from './ticket-filters';
import type { Doing } from './ticket-marks';

const NOBODY: readonly Mark[] = [];
const nothing = () => () => {};
/** A lasting state is told again this often, and is over this long after the last key. */
const REPEAT_MS = 4_000;
const IDLE_MS = 6_000;

/**
 * Keeps the ticket live while the component is mounted: its pushes go into `useTicket`'s data. `marks` are the other
 * people who have it open and what they do; `announce` tells them what this person does (call it on each key).
 */
export function useTicketChannel(ticket: TicketRef | undefined) {
  const live = useContext(LiveContext);
  const id = ticket?.id;
  const number = ticket?.number;
  const told = useRef<{ state: Doing; at: number }>({ state: 'viewing', at: 0 });
  // what is said of a ticket after it was left would stand there as if one had come back
  const isOpen = useRef(false);
  const idle = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (!live || id === undefined || number === undefined) return;
    told.current = { state: 'viewing', at: 0 };
    const close = live.channels.open({ id, number });
    isOpen.current = true;
    return () => {
      isOpen.current = false;
      clearTimeout(idle.current);
      close();
    };
  }, [live, id, number]);

  const announce = useCallback(
    (state: Doing) => {
      if (!live || id === undefined || !isOpen.current) return;
      clearTimeout(idle.current);
      if (state !== 'viewing') idle.current = setTimeout(() => announce('viewing'), IDLE_MS);
      const { state: last, at } = told.current;
      if (last === state && (state === 'viewing' || Date.now() - at < REPEAT_MS)) return;
      told.current = { state, at: Date.now() };
      live.marks.announce(id, state);
    },
    [live, id],
  );

  const marks = useSyncExternalStore(
    live?.marks.subscribe ?? nothing,
    () => (live && id !== undefined ? live.marks.of(id) : NOBODY),
    () => NOBODY,
  );
  return { marks, announce };
}
