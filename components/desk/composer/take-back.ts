import type { QueryClient } from '@tanstack/react-query';
import { undoHeld } from '@/components/data/held-messages';
import type { TicketRef } from '@/components/data/ticket-filters';
import { messageDraft } from '@/components/data/use-message-draft';
import type { HeldMessageDto } from '@/lib/schemas/message';
import { type Sent, sentLately } from './sent-lately';

type Waiting = Pick<Sent, 'ticket' | 'kind' | 'held'> & Partial<Pick<Sent, 'caret'>>;

const kindOf = ({ is_internal }: Pick<HeldMessageDto, 'is_internal'>) => (is_internal ? 'note' : 'reply');

/** A message that waits, or was stopped, of its author: text, files, Cc, macro and caret are in the composer again. */
export async function takeBack(
  client: QueryClient,
  meId: string,
  { ticket, kind, held, caret }: Waiting,
): Promise<void> {
  const draft = messageDraft(meId, ticket, kind);
  // what was begun since is put below by the server, so it must be there
  await draft.flush();
  const theirs = await undoHeld(client, ticket, held.id);
  draft.adopt(theirs, caret ?? Number.POSITIVE_INFINITY);
  sentLately.forget(held.id);
  sentLately.cameBack(ticket.id, kind, held.id);
}

/** The same, and nothing of it stays: the composer keeps what it holds. */
export async function discardHeld(
  client: QueryClient,
  meId: string,
  ticket: TicketRef,
  held: HeldMessageDto,
): Promise<void> {
  const draft = messageDraft(meId, ticket, kindOf(held));
  await draft.flush();
  draft.overrule((await undoHeld(client, ticket, held.id)).revision);
}
