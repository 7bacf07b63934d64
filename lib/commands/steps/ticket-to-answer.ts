import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { accessTicket, allowTicket, loadTicket } from '../../queries/access-ticket';
import { survivorOf } from '../../queries/survivor-of';
import type { Actor } from '../../rules/permissions';

/**
 * Where a customer's message goes, under its lock: to the ticket he names or, when that was merged, to the one at the
 * end of the chain (product 2.17). When that is another customer's, his message is none of that one's: his own is
 * closed, so a follow-up of it begins.
 */
export async function ticketToAnswer(tx: Tx, customer: Actor, ref: string): Promise<TicketRow> {
  const named = await accessTicket(tx, customer, ref, 'ticket.read', { lock: true });
  return named.merged_into === null
    ? allowTicket(named, customer, 'ticket.reply')
    : endOfChain(tx, named, customer.id);
}

/** The ticket itself, or the one of the same customer that it was merged into. */
export async function endOfChain(tx: Tx, ticket: TicketRow, customerId: string): Promise<TicketRow> {
  if (ticket.merged_into === null) return ticket;
  const last = await loadTicket(tx, await survivorOf(tx, ticket.id), true);
  return last && last.customer_id === customerId && last.deleted_at === null ? last : ticket;
}
