import type { QueryClient } from '@tanstack/react-query';
import type { MessageDraftDto } from '@/lib/schemas/message-draft';
import type { PostedMessage } from '@/lib/schemas/post-message';
import { api } from './api';
import { newKey } from './new-key';
import { queryKeys } from './query-keys';
import { refreshLists } from './refresh-lists';
import { hideHeld } from './show-held';
import type { TicketRef } from './ticket-filters';

/**
 * Takes back a message that waits, or was stopped. The answer is its author's draft as it is then.
 *
 * @throws ApiError `already_sent` when it was too late.
 */
export function undoHeld(client: QueryClient, ticket: TicketRef, id: string): Promise<MessageDraftDto> {
  return act<MessageDraftDto>(client, ticket, `${id}/undo/`, {});
}

/**
 * Sends one's own now.
 *
 * @param basedOn the newest message: for one that was stopped because somebody wrote.
 * @throws ApiError as posting, `already_sent`.
 */
export async function sendHeldNow(
  client: QueryClient,
  ticket: TicketRef,
  id: string,
  basedOn: string | undefined,
): Promise<void> {
  await act<PostedMessage>(client, ticket, `${id}/send-now/`, basedOn ? { based_on: basedOn } : {});
  refreshLists(client);
}

async function act<T>(client: QueryClient, ticket: TicketRef, path: string, body: object): Promise<T> {
  try {
    const answer = await api.post<T>(`/tickets/${ticket.id}/held/${path}`, body, { key: newKey() });
    hideHeld(client, ticket.number, path.slice(0, path.indexOf('/')));
    return answer;
  } finally {
    void client.invalidateQueries({ queryKey: queryKeys.ticket(ticket.number) });
  }
}
