'use client';
import { useEffect, useRef } from 'react';
import { useStored } from './use-stored';

/** Keys by `event.key`, in lower case; `shift+a` for the one with Shift. */
export type Shortcuts = Partial<Record<string, (event: KeyboardEvent) => void>>;

const TYPING =
  'input, textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="dialog"], iframe';

/** Single keys can be switched off (WCAG 2.1.4): they get in the way of speech input. */
export function useSingleKeys() {
  const [value, set] = useStored<'on' | 'off'>('single-keys', 'on');
  return { enabled: value === 'on', setEnabled: (on: boolean) => set(on ? 'on' : 'off') };
}

/** Single-key shortcuts of a screen; never while typing, composing, or with a layer open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const { enabled } = useSingleKeys();
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      if (document.querySelector('[role="dialog"]')) return;
      const letter = event.key.toLowerCase();
      // "?" and "/" need Shift on some layouts: only letters care whether it is held.
      const name = event.shiftKey && /^\p{L}$/u.test(letter) ? `shift+${letter}` : letter;
      const act = current.current[name];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [enabled]);
}
