'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from './api';
import { newKey } from './new-key';
import { PROBE_EVENT } from './open-socket';

/** A sign of life that takes longer has not come. */
export const PROBE_PATIENCE_MS = 10_000;

export type Probe = { state: 'waiting' } | { state: 'arrived'; milliseconds: number } | { state: 'lost' };

/**
 * Measures the way of a recorded fact to this screen: through the API into the database, by the worker's relay and the
 * carrier into this tab's socket. Runs once when shown; `again()` repeats it.
 */
export function useProbe(): { probe: Probe; again: () => void } {
  const [probe, setProbe] = useState<Probe>({ state: 'waiting' });
  const stop = useRef(() => {});
  const again = useCallback(() => {
    stop.current();
    setProbe({ state: 'waiting' });
    const started = performance.now();
    const heard = new Map<string, number>();
    let mine: string | null = null;
    const arrive = () => {
      const at = mine === null ? undefined : heard.get(mine);
      if (at === undefined) return;
      stop.current();
      setProbe({ state: 'arrived', milliseconds: Math.round(at - started) });
    };
    // the push may be here before the answer that names it
    const hear = (event: Event) => {
      heard.set((event as CustomEvent<string>).detail, performance.now());
      arrive();
    };
    window.addEventListener(PROBE_EVENT, hear);
    const late = setTimeout(() => {
      stop.current();
      setProbe({ state: 'lost' });
    }, PROBE_PATIENCE_MS);
    stop.current = () => {
      clearTimeout(late);
      window.removeEventListener(PROBE_EVENT, hear);
    };
    api.post<{ id: string }>('/system/probe/', {}, { key: newKey() }).then(
      ({ id }) => {
        mine = id;
        arrive();
      },
      () => {},
    );
  }, []);
  useEffect(() => {
    // the socket opens after the page: give it the moment it needs
    const soon = setTimeout(again, 600);
    return () => {
      clearTimeout(soon);
      stop.current();
    };
  }, [again]);
  return { probe, again };
}
