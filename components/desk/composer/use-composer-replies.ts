'use client';
import { useTranslations } from 'next-intl';
import { type RefObject, useState } from 'react';
import { toast } from 'sonner';
import { useProblemText } from '@/components/data/use-problem-text';
import { useApplyMacro } from '@/components/data/use-reply-preview';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { DraftKind } from '@/lib/schemas/values';
import type { EditorHandle } from './editor-handle';
import { slashWord } from './slash-word';
import { useMacro } from './use-macro';
import { useReplyMenu } from './use-reply-menu';

/** Canned replies and macros in the composer: their menu behind a slash, and what was taken from it. */
export function useComposerReplies(
  ticket: TicketDto,
  kind: DraftKind,
  input: RefObject<EditorHandle | null>,
) {
  const t = useTranslations('macros');
  const { problem } = useProblemText();
  const apply = useApplyMacro(ticket);
  const macro = useMacro(ticket.id, kind);
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
      macro.take({ id, title, actions, changes });
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
    macro,
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
