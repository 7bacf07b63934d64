'use client';
import type { RefObject } from 'react';
import { useAiDraft } from '@/components/data/use-ai-draft';
import type { OpenDraft } from '@/components/data/use-message-draft';
import type { EditorHandle } from './composer/editor-handle';
import { sentLately } from './composer/sent-lately';
import { useStored } from './use-stored';

/** The text that a suggestion left in the composer, and the draft it is of: sent unread, it asks first. */
interface Taken {
  draft: string;
  text: string;
}

/** The suggestion above a reply: asked for, taken into the text, sent with it. */
export function useSuggestion(ticketId: string, reply: OpenDraft, input: RefObject<EditorHandle | null>) {
  const { state, ask, clear, report } = useAiDraft(ticketId);
  const [stored, store] = useStored<string>(`ai-text:${ticketId}`, '');
  const taken = read(stored);
  const draft = state.kind === 'done' ? state.draft : null;
  const take = (text: string) => {
    if (draft) store(JSON.stringify({ draft: draft.id, text } satisfies Taken));
    clear();
  };

  return {
    state,
    ask,
    clear,
    report,
    /** Puts words where the caret is, as paragraphs of their own. */
    insert: (words: string) => take(input.current?.insert(words) ?? words),
    replace: (words: string) => {
      reply.draft.put(words, Number.POSITIVE_INFINITY);
      take(words);
    },
    discard: () => {
      if (draft) report(draft.id, { outcome: 'discarded' });
      clear();
    },
    /** The composer holds the suggestion and nothing was changed in it. */
    unread: taken !== null && reply.body.trim() !== '' && reply.body.trim() === taken.text.trim(),
    /** The reply is out: the ledger learns with which message, the mark is gone. */
    sent: (messageId: string, isHeld: boolean) => {
      if (!taken) return;
      const tell = () => report(taken.draft, { outcome: 'sent', message: messageId });
      // until it has left there is no such message; one that was taken back is not told of
      if (isHeld) whenLeft(messageId, tell);
      else tell();
      store('');
    },
  };
}
export type Suggestion = ReturnType<typeof useSuggestion>;

/** When it has left; not if it was taken back. */
function whenLeft(messageId: string, tell: () => void): void {
  const { until } = sentLately.last() ?? { until: 0 };
  setTimeout(() => !sentLately.wasTakenBack(messageId) && tell(), Math.max(0, until - Date.now()) + 2_000);
}

function read(stored: string): Taken | null {
  try {
    const { draft, text } = JSON.parse(stored) as Partial<Taken>;
    return typeof draft === 'string' && typeof text === 'string' ? { draft, text } : null;
  } catch {
    return null;
  }
}
