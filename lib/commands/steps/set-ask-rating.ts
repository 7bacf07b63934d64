import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { writeTicket } from './write-ticket';

/** Whether the customer of a locked ticket may be asked how the help was. No change, no event. */
export async function setAskRating(
  tx: Tx,
  ticket: Pick<TicketRow, 'id' | 'ask_rating'>,
  ask: boolean,
  actorId: string,
): Promise<void> {
  if (ask === ticket.ask_rating) return;
  await writeTicket(tx, ticket.id, { ask_rating: ask }, [
    { type: 'rating.spared', data: { spared: !ask }, actorId },
  ]);
}
