'use client';
import { useTranslations } from 'next-intl';
import { type RefObject, useState } from 'react';
import type { OpenDraft } from '@/components/data/use-message-draft';
import { useProblemText } from '@/components/data/use-problem-text';
import { useApplyMacro } from '@/components/data/use-reply-preview';
import { toast } from '@/components/ui/toast';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { EditorHandle } from './editor-handle';
import { slashWord } from './slash-word';
import { useReplyMenu } from './use-reply-menu';

/** Canned replies and macros in the composer: their menu behind a slash, and what was taken from it. */
export function useComposerReplies(
  ticket: TicketDto,
  { draft, macro }: OpenDraft,
  input: RefObject<EditorHandle | null>,
) {
  const t = useTranslations('macros');
  const { problem } = useProblemText();
  const apply = useApplyMacro(ticket);
  const [query, setQuery] = useState<string | null>(null);

  /** Puts Markdown in place of what was typed to find it. */
  const replace = (markdown: string) => {
    input.current?.insert(markdown, (query?.length ?? -1) + 1);
    setQuery(null);
  };
  const menu = useReplyMenu({
    ticket,
    query,
    onInsert: ({ id, title }, { actions, changes }, words) => {
      replace(words);
      draft.write({ macro: { canned_reply_id: id, title, actions, changes } });
    },
    onApply: ({ id, title }) => {
      replace('');
      apply.mutate(id, {
        onSuccess: () => toast.success(t('applied', { title })),
        onError: (error) => toast.error(t('notApplied', { title }), { description: problem(error) }),
      });
    },
  });

  return {
    /** The text stays a canned reply's, its actions are left out. */
    dropActions: () => macro && draft.write({ macro: { ...macro, actions: {}, changes: [] } }),
    menu: {
      ...menu,
      look: () => {
        const before = input.current?.before() ?? null;
        setQuery(before === null ? null : slashWord(before));
      },
      close: () => setQuery(null),
    },
    /** For who does not type a slash: types it for him, where he writes. */
    openMenu: () => {
      input.current?.focus();
      input.current?.complete(0, /(?:^|\s)$/.test(input.current.before() ?? '') ? '/' : ' /');
    },
  };
}
