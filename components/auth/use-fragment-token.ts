'use client';
import { useSyncExternalStore } from 'react';

let kept: string | null | undefined;

/**
 * The one-time token behind `#` in the address. A fragment never reaches a server or a log; it is taken out of the
 * address bar at once, so that it stays in no history either. `undefined` until the browser has looked.
 */
export function useFragmentToken(): string | null | undefined {
  return useSyncExternalStore(
    () => () => {},
    () => {
      if (kept === undefined || window.location.hash.length > 1) {
        const text = decodeURIComponent(window.location.hash.slice(1));
        kept = text.startsWith('token=') ? text.slice(6) : text || kept || null;
        if (text) window.history.replaceState(window.history.state, '', window.location.pathname);
      }
      return kept;
    },
    () => undefined,
  );
}
