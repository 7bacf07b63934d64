'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { writeStored } from './use-stored';

const DEBOUNCE_MS = 300;
export type Mode = 'reply' | 'note';

const keyOf = (ticketId: string, mode: Mode) => `draft:${ticketId}:${mode}`;

function stored(key: string): string {
  try {
    return window.localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/**
 * The unsent text of a ticket and mode. Kept in this browser on every change (300 ms after the last key, and when the
 * page goes), so that leaving never asks and never loses.
 */
export function useDraft(ticketId: string, mode: Mode) {
  const key = keyOf(ticketId, mode);
  const [text, setText] = useState(() => (typeof window === 'undefined' ? '' : stored(key)));
  const unsaved = useRef<string | null>(null);

  const flush = useCallback(() => {
    if (unsaved.current === null) return;
    writeStored(key, unsaved.current || null);
    unsaved.current = null;
  }, [key]);

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change starts the wait anew
  useEffect(() => {
    const timer = setTimeout(flush, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [text, flush]);

  const set = useCallback((next: string) => {
    unsaved.current = next;
    setText(next);
  }, []);
  return { text, set };
}
