'use client';
import { useCallback, useSyncExternalStore } from 'react';

const asked = new Map<string, MediaQueryList>();

/** One object a query: asking anew for each drawing of each row of the sidebar costs more than drawing it. */
function media(query: string): MediaQueryList {
  const list = asked.get(query) ?? window.matchMedia(query);
  asked.set(query, list);
  return list;
}

/** Whether a media query holds; false on the server and in the first paint. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listen: () => void) => {
      media(query).addEventListener('change', listen);
      return () => media(query).removeEventListener('change', listen);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => media(query).matches,
    () => false,
  );
}
