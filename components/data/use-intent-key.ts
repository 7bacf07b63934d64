'use client';
import { useCallback, useRef } from 'react';
import { newKey } from './new-key';

/**
 * The key of one intent: the same input sent again (a retry, a double click) has the same key, a changed input has
 * a new one. `done()` after success, so that the same text may be meant a second time.
 */
export function useIntentKey() {
  const last = useRef<{ input: string; key: string } | null>(null);
  const keyFor = useCallback((input: unknown): string => {
    const text = JSON.stringify(input);
    if (last.current?.input !== text) last.current = { input: text, key: newKey() };
    return last.current.key;
  }, []);
  const done = useCallback(() => {
    last.current = null;
  }, []);
  return { keyFor, done };
}
