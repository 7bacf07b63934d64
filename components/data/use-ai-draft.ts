'use client';
import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { DraftDto, DraftOutcomeInput } from '@/lib/schemas/ai';
import { api } from './api';
import { ApiError } from './api-error';
import { LiveContext } from './live-context';
import { newKey } from './new-key';

/** What to ask for; as the API takes it. */
export interface DraftWish {
  kind: DraftDto['kind'];
  instruction?: 'shorter' | 'friendlier' | 'translate';
  language?: string;
  text?: string;
  include_notes?: boolean;
}

export type DraftState =
  | { kind: 'idle' }
  | { kind: 'working'; wish: DraftWish; text: string }
  | { kind: 'done'; wish: DraftWish; draft: DraftDto }
  | { kind: 'failed'; wish: DraftWish; error: ApiError };

/** How often the draft is looked at, should the socket be silent; and when nobody waits any longer. */
const LOOK_MS = 1_500;
const PATIENCE_MS = 32_000;

/** One draft at a time for a ticket: asked for, streamed, called off. Another one asked for calls off the first. */
export function useAiDraft(ticketId: string) {
  const live = useContext(LiveContext);
  const [state, setState] = useState<DraftState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);

  const ask = useCallback(
    async (wish: DraftWish) => {
      running.current?.abort();
      const stop = new AbortController();
      running.current = stop;
      setState({ kind: 'working', wish, text: '' });
      try {
        const draft = await followDraft(ticketId, wish, live, stop.signal, (text) =>
          setState({ kind: 'working', wish, text }),
        );
        if (!stop.signal.aborted) setState({ kind: 'done', wish, draft });
      } catch (cause) {
        if (stop.signal.aborted) return;
        const error =
          cause instanceof ApiError
            ? cause
            : new ApiError({ status: 0, code: 'unknown', message: String(cause) });
        setState({ kind: 'failed', wish, error });
      }
    },
    [ticketId, live],
  );
  const clear = useCallback(() => {
    running.current?.abort();
    setState({ kind: 'idle' });
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  /** Tells the ledger what became of a draft; nobody waits for it. */
  const report = useCallback(
    (draftId: string, outcome: DraftOutcomeInput) => {
      api
        .post(`/tickets/${ticketId}/ai-draft/${draftId}/outcome/`, outcome, { key: newKey() })
        .catch(() => {});
    },
    [ticketId],
  );
  return { state, ask, clear, report };
}

async function followDraft(
  ticketId: string,
  wish: DraftWish,
  live: { drafts: { hear(id: string, hearer: (signal: { delta?: string }) => void): () => void } } | null,
  signal: AbortSignal,
  onText: (text: string) => void,
): Promise<DraftDto> {
  const address = `/tickets/${ticketId}/ai-draft/`;
  const { id } = await api.post<{ id: string }>(address, wish, { key: newKey(), async: true, signal });
  const callOff = () => void api.delete(`${address}${id}/`).catch(() => {});
  if (signal.aborted) callOff();
  signal.addEventListener('abort', callOff);
  let text = '';
  let wake = () => {};
  const silence = live?.drafts.hear(id, ({ delta }) => {
    if (delta === undefined) return wake();
    text += delta;
    if (!signal.aborted) onText(text);
  });
  try {
    for (const until = Date.now() + PATIENCE_MS; ; ) {
      const pause = new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, LOOK_MS);
      });
      const draft = await api.get<DraftDto>(`${address}${id}/`, { signal });
      if (draft.status === 'done') return draft;
      if (draft.error) throw problemOf(draft.error);
      if (Date.now() > until) throw problemOf({ code: 'draft_timeout', message: '', retry_after: null });
      await pause;
    }
  } finally {
    silence?.();
    signal.removeEventListener('abort', callOff);
  }
}

const problemOf = ({ code, message, retry_after }: NonNullable<DraftDto['error']>): ApiError =>
  new ApiError({ status: 502, code, message, retryAfter: retry_after });
