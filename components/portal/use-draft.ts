'use client';
import { useCallback, useEffect, useRef, useState } from 'react';

const PREFIX = 'portal-draft:';
const PAUSE_MS = 300;
const KEPT_MS = 30 * 86_400_000;

/** Takes every kept text away; whoever uses this browser next must not find them. */
export function forgetDrafts(): void {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
  } catch {
    // Storage is off: nothing was kept.
  }
}

/** What was kept of a text in the last 30 days; empty when nothing was. */
function kept(name: string): string {
  const { text, at } = JSON.parse(localStorage.getItem(PREFIX + name) ?? '{}');
  return typeof text === 'string' && Date.now() - at < KEPT_MS ? text : '';
}

function keep(name: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify({ text, at: Date.now() }));
  } catch {
    // Storage is off or full: it is not kept.
  }
}

/**
 * A text that waits in this browser until it was sent, the person signs out or 30 days are over. Where storage is off
 * or full, it is simply not kept.
 */
export function useDraft(name: string) {
  const [text, setText] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<string>(undefined);

  // Read after the first paint, which must agree with the server's; written before the page is left.
  useEffect(() => {
    try {
      const before = kept(name);
      if (before) setText((typed) => typed || before);
    } catch {}
    const flush = () => {
      clearTimeout(timer.current);
      if (waiting.current !== undefined) keep(name, waiting.current);
      waiting.current = undefined;
    };
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [name]);

  const change = useCallback(
    (next: string) => {
      setText(next);
      clearTimeout(timer.current);
      waiting.current = next;
      const write = () => {
        waiting.current = undefined;
        keep(name, next);
      };
      if (next === '') write();
      else timer.current = setTimeout(write, PAUSE_MS);
    },
    [name],
  );
  return [text, change] as const;
}
