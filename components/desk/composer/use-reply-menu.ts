'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useMemo, useState } from 'react';
import { useCannedReplies } from '@/components/data/use-canned-replies';
import { useDebounced } from '@/components/data/use-debounced';
import { replyPreviewQuery } from '@/components/data/use-reply-preview';
import type { CannedReplyDto, CannedReplyPreviewDto } from '@/lib/schemas/canned-reply';
import type { TicketDto } from '@/lib/schemas/ticket';
import { findReplies } from './find-replies';

interface ReplyMenuHost {
  ticket: TicketDto;
  /** What stands after the slash; null while there is none to look for. */
  query: string | null;
  /** A text to put in place of the slash and its word. */
  onInsert: (reply: CannedReplyDto, preview: CannedReplyPreviewDto, text: string) => void;
  /** A macro without a text: to be applied as it is. */
  onApply: (reply: CannedReplyDto, preview: CannedReplyPreviewDto) => void;
}

/**
 * The menu of canned replies and macros behind a slash, without the editor that it is in: the host says what is typed,
 * passes keys on and puts the text in. `ReplyPicker` shows it.
 */
export function useReplyMenu({ ticket, query, onInsert, onApply }: ReplyMenuHost) {
  const id = useId();
  const [closedAt, setClosedAt] = useState<string | null>(null);
  const isOpen = query !== null && closedAt === null;
  const replies = useCannedReplies({ enabled: isOpen });
  const items = useMemo(
    () => (isOpen ? findReplies(replies.data ?? [], query, ticket.topic) : []),
    [isOpen, replies.data, query, ticket.topic],
  );
  const [place, setPlace] = useState(0);
  const [language, setLanguage] = useState<string | null>(null);
  const active = items[Math.min(place, items.length - 1)];
  // on the way through a list nothing is asked for what is only passed by
  const shown = useDebounced(active?.id ?? '', 80);
  const preview = useQuery({
    ...replyPreviewQuery(shown, ticket, language),
    enabled: isOpen && shown !== '',
  });
  const fresh = shown === active?.id ? preview.data : undefined;

  useEffect(() => {
    setPlace(0);
    setLanguage(null);
    if (query === null) setClosedAt(null);
  }, [query]);

  const move = (to: number) => {
    setPlace((to + items.length) % items.length);
    setLanguage(null);
  };
  /** Takes the active one, unless it has to be said first in which language. */
  const choose = () => {
    if (!active || !fresh) return;
    if (fresh.languages.length === 0) onApply(active, fresh);
    else if (fresh.text !== null) onInsert(active, fresh, fresh.text);
  };
  /** Another of its languages; from none, the first. */
  const turn = (by: number) => {
    const { languages = [], language: now } = fresh ?? {};
    setLanguage(languages.at((languages.indexOf(now ?? '') + by) % languages.length) ?? null);
  };
  /** What a key does to the open menu; false when it is the text's. */
  const press = (key: string): boolean => {
    if (key === 'Escape') setClosedAt(query);
    else if (items.length === 0) return false;
    else if (key === 'ArrowDown') move(Math.min(place, items.length - 1) + 1);
    else if (key === 'ArrowUp') move(Math.min(place, items.length - 1) - 1);
    else if (key === 'Enter' || key === 'Tab') choose();
    else if (key === 'ArrowRight' && (fresh?.languages.length ?? 0) > 1) turn(1);
    else return false;
    return true;
  };

  return {
    id,
    open: isOpen,
    activeId: isOpen && active ? `${id}-${active.id}` : undefined,
    isLoading: replies.isPending,
    error: replies.error,
    items,
    active,
    preview: fresh,
    previewError: shown === active?.id ? preview.error : null,
    point: (reply: CannedReplyDto) => move(items.indexOf(reply)),
    choose,
    setLanguage,
    /** True when the key was the menu's; the editor then leaves it alone. */
    onKeyDown: (event: KeyboardEvent): boolean => {
      if (!isOpen || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
      if (!press(event.key)) return false;
      event.preventDefault();
      return true;
    },
  };
}
export type ReplyMenu = ReturnType<typeof useReplyMenu>;
