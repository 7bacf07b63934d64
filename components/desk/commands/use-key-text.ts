'use client';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { isCharacterKeys, keyCaps } from './key-names';
import { commandById } from './registry';
import { useSingleKeys } from './use-single-keys';

export const isMac = () => /mac|iphone|ipad/i.test(navigator.platform);
const never = () => () => {};

const SIGNS: Record<string, string> = { arrowdown: '↓', arrowup: '↑' };
const NAMED = ['enter', 'escape'] as const;

/** How keys are written on this person's keyboard: caps of each press, one press after the other. */
export function useKeyText() {
  const t = useTranslations('commands.key');
  const mac = useSyncExternalStore(never, isMac, () => false);
  const cap = (part: string): string => {
    if (part === 'mod') return mac ? '⌘' : t('ctrl');
    if (part === 'shift') return mac ? '⇧' : t('shift');
    const named = NAMED.find((one) => one === part);
    return named ? t(named) : (SIGNS[part] ?? part.toUpperCase());
  };
  const presses = (keys: string): string[][] => keys.split(' ').map((press) => keyCaps(press).map(cap));
  return { presses };
}

/** The keys of a command, for a tip or a menu's entry; none where it has none or they are switched off. */
export function useShortcut(id: string): string | undefined {
  const { presses } = useKeyText();
  const { enabled } = useSingleKeys();
  const keys = commandById(id)?.keys[0];
  if (keys === undefined || (!enabled && isCharacterKeys(keys))) return undefined;
  return presses(keys)
    .map((caps) => caps.join(' '))
    .join(' ');
}
