'use client';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { TicketRef } from '@/components/data/ticket-filters';
import { useMentionable } from '@/components/data/use-mentionable';
import { mentionAt } from '@/lib/rules/mention-at';
import type { MentionableDto } from '@/lib/schemas/notice';

/**
 * "@" in a textarea: suggests colleagues, puts the chosen name into the text and remembers whom it means. For an editor
 * of another kind the source is {@link useMentionable}; what is posted is the ids alone.
 */
export function useMentionMenu(ticket: TicketRef, text: string, onText: (text: string) => void) {
  const id = useId();
  const [at, setAt] = useState<{ from: number; q: string } | null>(null);
  const [active, setActive] = useState(0);
  const chosen = useRef(new Map<string, string>());
  const box = useRef<HTMLTextAreaElement>(null);
  const options = useMentionable(ticket, at?.q ?? null);
  const open = at !== null && options.length > 0;
  const index = Math.min(active, options.length - 1);

  /** Looks where the caret stands; call it whenever that or the text has changed. */
  const look = (input: HTMLTextAreaElement) => {
    box.current = input;
    const { selectionStart, selectionEnd, value } = input;
    const next = selectionStart === selectionEnd ? mentionAt(value, selectionStart) : null;
    if (next?.q !== at?.q || next?.from !== at?.from) setActive(0);
    setAt(next);
  };
  const choose = (person: MentionableDto) => {
    if (!at || !person.can_see) return;
    const after = at.from + 1 + at.q.length;
    const name = `@${person.name} `;
    chosen.current.set(person.id, person.name);
    onText(text.slice(0, at.from) + name + text.slice(after).replace(/^ /, ''));
    setAt(null);
    const caret = at.from + name.length;
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(caret, caret);
    });
  };
  /** True when the key was the menu's. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!open || event.nativeEvent.isComposing) return false;
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive((index + step + options.length) % options.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(options[index]!);
    else if (event.key === 'Escape') setAt(null);
    else return false;
    event.preventDefault();
    return true;
  };

  return {
    id,
    open,
    options,
    index,
    look,
    choose,
    close: () => setAt(null),
    onKeyDown,
    /** Ids of those whose names stand in a text. */
    idsIn: (body: string) =>
      [...chosen.current].flatMap(([one, name]) => (body.includes(`@${name}`) ? [one] : [])),
  };
}
export type MentionMenuState = ReturnType<typeof useMentionMenu>;
