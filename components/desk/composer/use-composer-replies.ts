'use client';
import { useTranslations } from 'next-intl';
import { type RefObject, useState } from 'react';
import { toast } from 'sonner';
import { useProblemText } from '@/components/data/use-problem-text';
import { useApplyMacro } from '@/components/data/use-reply-preview';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { Mode } from '../use-draft';
import { slashToken } from './slash-token';
import { useMacro } from './use-macro';
import { useReplyMenu } from './use-reply-menu';

interface ComposerRepliesProps {
  ticket: TicketDto;
  mode: Mode;
  text: string;
  input: RefObject<HTMLTextAreaElement | null>;
  onText: (text: string) => void;
}

/** Canned replies and macros in a composer that is a plain text box. */
export function useComposerReplies({ ticket, mode, text, input, onText }: ComposerRepliesProps) {
  const t = useTranslations('macros');
  const { problem } = useProblemText();
  const apply = useApplyMacro(ticket);
  const macro = useMacro(ticket.id, mode);
  const [caret, setCaret] = useState<number | null>(null);
  const token = caret === null ? null : slashToken(text, caret);

  const select = (from: number, to: number) =>
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(from, to);
    });
  /** Puts words in place of what was typed to find them. */
  const replace = (words: string) => {
    const { from, to } = token ?? { from: text.length, to: text.length };
    onText(text.slice(0, from) + words + text.slice(to));
    setCaret(null);
    select(from + words.length, from + words.length);
  };
  const menu = useReplyMenu({
    ticket,
    query: token?.query ?? null,
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
      /** For who does not type a slash: types it for him, at the end of what stands there. */
      open: () => {
        const head = text === '' || /\s$/.test(text) ? text : `${text} `;
        onText(`${head}/`);
        setCaret(head.length + 1);
        select(head.length + 1, head.length + 1);
      },
    },
    follow: setCaret,
    /** Selects the first of these words, for who has to write something in their place. */
    place: (words: string) => {
      const from = text.indexOf(words);
      if (from < 0) return input.current?.focus();
      const end = text.indexOf('}}', from);
      select(from, end < 0 ? from + words.length : end + 2);
    },
  };
}
