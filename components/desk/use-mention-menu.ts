'use client';
import { type RefObject, useId, useState } from 'react';
import type { MessageDraft } from '@/components/data/message-draft';
import type { TicketRef } from '@/components/data/ticket-filters';
import { useMentionable } from '@/components/data/use-mentionable';
import { mentionAt } from '@/lib/rules/mention-at';
import type { MentionableDto } from '@/lib/schemas/notice';
import type { EditorHandle } from './composer/editor-handle';

/**
 * "@" in a note: suggests colleagues, puts the chosen name into the text and tells the draft whom it means; what is
 * posted is the ids alone.
 */
export function useMentionMenu(
  ticket: TicketRef,
  input: RefObject<EditorHandle | null>,
  draft: MessageDraft,
) {
  const id = useId();
  const [q, setQ] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const options = useMentionable(ticket, q);
  const open = q !== null && options.length > 0;
  const index = Math.min(active, options.length - 1);

  /** Looks where the caret stands; call it whenever that or the text has changed. */
  const look = () => {
    const before = input.current?.before() ?? null;
    const next = before === null ? null : (mentionAt(before, before.length)?.q ?? null);
    if (next !== q) setActive(0);
    setQ(next);
  };
  const choose = (person: MentionableDto) => {
    if (q === null || !person.can_see) return;
    const { id: personId, name } = person;
    const others = draft.view().mentions.filter((one) => one.id !== personId);
    draft.write({ mentions: [...others, { id: personId, name }] });
    input.current?.complete(q.length + 1, `@${person.name} `);
    setQ(null);
  };
  /** True when the key was the menu's. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!open || event.isComposing) return false;
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive((index + step + options.length) % options.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(options[index]!);
    else if (event.key === 'Escape') setQ(null);
    else return false;
    event.preventDefault();
    return true;
  };

  return {
    id,
    open,
    options,
    index,
    activeId: open ? mentionOptionId(id, index) : undefined,
    look,
    choose,
    close: () => setQ(null),
    onKeyDown,
  };
}

export const mentionOptionId = (menuId: string, index: number) => `${menuId}-${index}`;
export type MentionMenuState = ReturnType<typeof useMentionMenu>;
