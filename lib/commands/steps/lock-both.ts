import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { allowTicket, loadTicket } from '../../queries/access-ticket';
import type { Actor } from '../../rules/permissions';

/**
 * Two tickets under their locks, which are taken in one order whoever asks: two merges of the same pair wait for each
 * other instead of dying together. The person must be allowed to merge both.
 */
export async function lockBoth(
  tx: Tx,
  actor: Actor,
  ref: string,
  other: string,
): Promise<{ one: TicketRow; other: TicketRow }> {
  const found = [await loadTicket(tx, ref), await loadTicket(tx, other)].map((row) =>
    allowTicket(row, actor, 'ticket.merge'),
  );
  for (const { id } of [...found].sort((a, b) => (a.id < b.id ? -1 : 1))) await loadTicket(tx, id, true);
  const [first, second] = [await loadTicket(tx, found[0]!.id), await loadTicket(tx, found[1]!.id)];
  return {
    one: allowTicket(first, actor, 'ticket.merge'),
    other: allowTicket(second, actor, 'ticket.merge'),
  };
}
