'use client';
import { useContext, useSyncExternalStore } from 'react';
import type { Connection } from './connection';
import { LiveContext } from './live-context';

const BEFORE: Connection = { state: 'connecting', since: 0 };
const nothing = () => () => {};

/**
 * The state of the live connection. `since` is when it was lost (or came back); 0 until the first attempt ended.
 * Screens show a bar after 3 s of anything but `connected`.
 */
export function useConnection(): Connection {
  const live = useContext(LiveContext);
  return useSyncExternalStore(
    live?.connection.subscribe ?? nothing,
    () => live?.connection.get() ?? BEFORE,
    () => BEFORE,
  );
}
