'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { HeldMessageDto, MessageDto } from '@/lib/schemas/message';
import type { PostedMessage } from '@/lib/schemas/post-message';
import type { RecipientsDto } from '@/lib/schemas/recipients';
import type { TicketDto } from '@/lib/schemas/ticket';
import { api } from './api';
import { ApiError } from './api-error';
import { newKey } from './new-key';
import { outbox, type PendingMessage, type PostDraft } from './outbox';
import { queryKeys } from './query-keys';
import { refreshLists } from './refresh-lists';
import { showHeld } from './show-held';
import type { TicketRef } from './ticket-filters';

export type PostOutcome =
  | { kind: 'sent'; message: MessageDto; ticket: TicketDto }
  /** It waits before it leaves, and can be taken back. */
  | { kind: 'held'; held: HeldMessageDto }
  /** The ticket was closed: the message opened this one. */
  | { kind: 'follow_up'; ticket: TicketDto }
  /** Somebody wrote meanwhile: nothing was sent, the text is the composer's again. */
  | { kind: 'newer'; messages: MessageDto[] }
  /** Nothing was sent: somebody in copy is new to the ticket and must be meant. */
  | { kind: 'new_recipients'; recipients: RecipientsDto['cc'] }
  /** Not sent; the message stays in `pending` with retry and discard. */
  | { kind: 'failed'; error: ApiError };

/** When no push brings the message by then, the ticket is fetched. */
const PUSH_PATIENCE_MS = 1_200;

/**
 * Sends messages. A message shows at once (`pending`, after the thread's own) and leaves `pending` when the thread has
 * it; one that failed stays there with its text until it is sent again or discarded.
 */
export function usePostMessage(ticket: TicketRef, shown: readonly MessageDto[]) {
  const client = useQueryClient();
  const { id, number } = ticket;
  const box = useSyncExternalStore(
    outbox.subscribe,
    () => outbox.of(number),
    () => outbox.of(-1),
  );

  const post = useCallback(
    async (pending: PendingMessage): Promise<PostOutcome> => {
      const {
        key,
        state: _state,
        error: _error,
        message: _message,
        created_at: _at,
        content: _content,
        ...input
      } = pending;
      outbox.put(number, { ...pending, state: 'sending', error: null });
      try {
        const {
          ticket: after,
          held,
          ...message
        } = await api.post<PostedMessage>(
          `/tickets/${id}/messages/`,
          { ...input, attachments: input.attachments?.map((file) => file.id) },
          { key },
        );
        if (held) {
          showHeld(client, number, held);
          outbox.take(number, key);
          return { kind: 'held', held };
        }
        refreshLists(client);
        if (after.number !== number) {
          outbox.take(number, key);
          return { kind: 'follow_up', ticket: after };
        }
        outbox.put(number, { ...pending, state: 'sent', error: null, message });
        setTimeout(() => {
          if (outbox.of(number).some((one) => one.key === key))
            void client.invalidateQueries({ queryKey: queryKeys.ticket(number) });
        }, PUSH_PATIENCE_MS);
        return { kind: 'sent', message, ticket: after };
      } catch (cause) {
        const error =
          cause instanceof ApiError
            ? cause
            : new ApiError({ status: 0, code: 'unknown', message: String(cause) });
        if (error.code === 'newer_messages') {
          outbox.take(number, key);
          await client.invalidateQueries({ queryKey: queryKeys.ticket(number) });
          return { kind: 'newer', messages: (error.details.messages as MessageDto[] | undefined) ?? [] };
        }
        if (error.code === 'new_recipients') {
          outbox.take(number, key);
          return { kind: 'new_recipients', recipients: error.details.recipients as RecipientsDto['cc'] };
        }
        outbox.put(number, { ...pending, state: 'failed', error });
        return { kind: 'failed', error };
      }
    },
    [client, id, number],
  );

  // What the thread shows is no longer on its way.
  useEffect(() => {
    for (const { key, message } of box)
      if (shown.some((one) => one.client_id === key || one.id === message?.id)) outbox.take(number, key);
  }, [box, shown, number]);

  return {
    pending: box.filter(
      ({ key, message }) => !shown.some((one) => one.client_id === key || one.id === message?.id),
    ),
    /** The key may be made before, so that whoever sends knows the message by it. */
    send: (draft: PostDraft, key = newKey()) =>
      post({
        is_internal: false,
        ...draft,
        key,
        created_at: new Date().toISOString(),
        state: 'sending',
        error: null,
        message: null,
      }),
    /** The same key: if the first try did arrive, it is not sent twice. */
    retry: (key: string) => {
      const pending = outbox.of(number).find((one) => one.key === key);
      return pending ? post(pending) : Promise.resolve(null);
    },
    /** Takes a failed message away and gives it back. */
    discard: (key: string) => outbox.take(number, key) ?? null,
  };
}
