'use client';
import { useCallback, useEffect, useRef, useState } from 'react';

const PREFIX = 'draft:';
const PAUSE_MS = 300;

/** Takes every kept text away; whoever uses this tab next must not find them. */
export function forgetDrafts(): void {
  try {
    for (const name of Object.keys(sessionStorage))
      if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
  } catch {
    // Storage is off: nothing was kept.
  }
}

/** A text that outlives a reload of the tab. Where storage is off or full, it is simply not kept. */
export function useDraft(name: string) {
  const [text, setText] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // Read after the first paint, which must agree with the server's.
  useEffect(() => {
    try {
      const kept = sessionStorage.getItem(PREFIX + name);
      if (kept) setText((typed) => typed || kept);
    } catch {}
    return () => clearTimeout(timer.current);
  }, [name]);

  const change = useCallback(
    (next: string) => {
      setText(next);
      clearTimeout(timer.current);
      const keep = () => {
        try {
          if (next === '') sessionStorage.removeItem(PREFIX + name);
          else sessionStorage.setItem(PREFIX + name, next);
        } catch {}
      };
      if (next === '') keep();
      else timer.current = setTimeout(keep, PAUSE_MS);
    },
    [name],
  );
  return [text, change] as const;
}
