'use client';
import { type RefObject, useState } from 'react';
import { useAiDraft } from '@/components/data/use-ai-draft';
import { useStored } from './use-stored';

/** The text that a suggestion left in the composer, and the draft it is of: sent unread, it asks first. */
interface Taken {
  draft: string;
  text: string;
}

/** The suggestion above a reply: asked for, taken into the text, sent with it. */
export function useSuggestion(
  ticketId: string,
  text: string,
  write: (text: string) => void,
  input: RefObject<HTMLTextAreaElement | null>,
) {
  const { state, ask, clear, report } = useAiDraft(ticketId);
  const [stored, store] = useStored<string>(`ai-text:${ticketId}`, '');
  const [confirming, setConfirming] = useState(false);
  const taken = read(stored);
  const draft = state.kind === 'done' ? state.draft : null;

  const put = (next: string, caret: number) => {
    write(next);
    if (draft) store(JSON.stringify({ draft: draft.id, text: next } satisfies Taken));
    clear();
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(caret, caret);
    });
  };

  return {
    state,
    ask,
    clear,
    report,
    /** Puts words where the caret is, a blank line apart from what stands there. */
    insert: (words: string) => {
      const at = input.current?.selectionEnd ?? text.length;
      const before = text.slice(0, at).trimEnd();
      const after = text.slice(at).trimStart();
      const head = [before, words].filter(Boolean).join('\n\n');
      put([head, after].filter(Boolean).join('\n\n'), head.length);
    },
    replace: (words: string) => put(words, words.length),
    discard: () => {
      if (draft) report(draft.id, { outcome: 'discarded' });
      clear();
    },
    /** The composer holds the suggestion and nothing was changed in it. */
    unread: taken !== null && text.trim() !== '' && text.trim() === taken.text.trim(),
    confirming,
    setConfirming,
    /** The reply is out: the ledger learns with which message, the mark is gone. */
    sent: (messageId: string) => {
      if (taken) report(taken.draft, { outcome: 'sent', message: messageId });
      store('');
      setConfirming(false);
    },
  };
}
export type Suggestion = ReturnType<typeof useSuggestion>;

function read(stored: string): Taken | null {
  try {
    const { draft, text } = JSON.parse(stored) as Partial<Taken>;
    return typeof draft === 'string' && typeof text === 'string' ? { draft, text } : null;
  } catch {
    return null;
  }
}
