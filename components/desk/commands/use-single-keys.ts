'use client';
import { useStored } from '../use-stored';

/** Single keys can be switched off (WCAG 2.1.4): they get in the way of speech input. Kept by this browser. */
export function useSingleKeys() {
  const [value, set] = useStored<'on' | 'off'>('single-keys', 'on');
  return { enabled: value === 'on', setEnabled: (on: boolean) => set(on ? 'on' : 'off') };
}
