'use client';
import { useLayoutEffect, useState } from 'react';
import { commandContext, onPartsChange } from './command-context';
import { findCommand } from './find-command';
import { holdForTicket } from './hold-for-ticket';
import { keyNames } from './key-names';
import { isMac } from './use-key-text';
import { useSingleKeys } from './use-single-keys';

const TYPING =
  'input, textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="dialog"], iframe';
/** One that is on its way out takes no keys any more. */
const DIALOG = '[role="dialog"]:not([data-closed])';
/** The second key of two has this long. */
const SEQUENCE_MS = 1_000;

const isCharacter = (event: KeyboardEvent) =>
  event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;

/** Listens for the keys of all commands, but not while `paused`. Answers the first key of a sequence while the second one is waited for. */
export function useCommandKeys(paused: boolean): string | null {
  const { enabled } = useSingleKeys();
  const [first, setFirst] = useState<string | null>(null);
  // with the drawing, not some time after it: whoever sees that the palette is gone may press the next key
  useLayoutEffect(() => {
    if (paused) return;
    const mac = isMac();
    const waiting = holdForTicket({ context: commandContext, onChange: onPartsChange });
    let begun: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const begin = (key: string | null) => {
      clearTimeout(timer);
      begun = key;
      setFirst(key);
      if (key !== null) timer = setTimeout(() => begin(null), SEQUENCE_MS);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.key === 'Shift') return;
      if (document.querySelector(DIALOG)) return;
      const focus = event.target instanceof Element ? event.target : null;
      const names = keyNames(event, mac);
      const singleKeys = enabled && !focus?.closest(TYPING);
      const press = { names, isCharacter: isCharacter(event) };
      if (singleKeys && begun === null && waiting.takes(press)) return event.preventDefault();
      const found = findCommand(names, {
        context: commandContext(),
        singleKeys,
        focus,
        first: begun,
      });
      // what follows the first key is not for anybody else: "g x" chooses no row
      if (begun !== null) event.preventDefault();
      begin(null);
      if (found === null || (focus?.closest(TYPING) && event.key === 'Escape')) return;
      event.preventDefault();
      if ('first' in found) begin(found.first);
      else found.run(commandContext());
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      waiting.stop();
      clearTimeout(timer);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [enabled, paused]);
  return first;
}
