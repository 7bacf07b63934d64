'use client';
import { type RefObject, useEffect, useRef } from 'react';

/**
 * Brings one message of a thread before the reader, once: loads older ones until it is there. The focus stays where
 * it is, since the reader may be walking through a list of hits.
 */
export function useJumpTo(
  pane: RefObject<HTMLElement | null>,
  message: string | null,
  shown: readonly { id: string }[],
  older: { load: () => void; isLoading: boolean; hasMore: boolean; error: unknown },
) {
  const done = useRef<string | null>(null);
  const { load, isLoading, hasMore, error } = older;
  const isThere = message !== null && shown.some(({ id }) => id === message);
  useEffect(() => {
    if (message === null || done.current === message) return;
    if (isThere) {
      done.current = message;
      pane.current
        ?.querySelector(`[data-message="${CSS.escape(message)}"]`)
        ?.scrollIntoView({ block: 'center' });
    } else if (hasMore && !isLoading && !error) load();
  }, [pane, message, isThere, hasMore, isLoading, error, load]);
}
