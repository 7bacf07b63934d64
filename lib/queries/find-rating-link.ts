import { sameText, tokenFor, tokenRowId } from '../auth/secrets';
import type { TicketRow } from '../db/sql/ticket-row';
import type { Sql } from '../db/transaction';
import { Invalid } from '../errors';
import { loadTicket } from './access-ticket';

/** What a mailed link to a rating is signed for; nothing else can be opened with it. */
export const RATING_LINK = 'rating';

/**
 * The ticket that a mailed link is about; `holds` tells whether the resolution that it asked about still does.
 *
 * @param lock holds the ticket until the transaction ends.
 * @throws Invalid `token: invalid` for what is none of ours, or of a ticket that its customer sees no more.
 */
export async function findRatingLink(
  from: Sql,
  token: string,
  lock = false,
): Promise<{ ticket: TicketRow; holds: boolean }> {
  const id = tokenRowId(token);
  const found = id
    ? await from.query<{ ticket_id: string; nonce: string; resolved_at: Date }>(
        `SELECT r.ticket_id, r.nonce, r.resolved_at FROM rating r
         JOIN ticket t ON t.id = r.ticket_id JOIN person p ON p.id = t.customer_id
         WHERE r.id = $1 AND t.deleted_at IS NULL AND t.merged_into IS NULL AND p.disabled_at IS NULL`,
        [id],
      )
    : null;
  const row = found?.rows[0];
  if (!id || !row || !sameText(tokenFor(RATING_LINK, id, row.nonce), token))
    throw new Invalid({ token: ['invalid'] });
  const ticket = await loadTicket(from, row.ticket_id, lock);
  if (!ticket) throw new Invalid({ token: ['invalid'] });
  return { ticket, holds: ticket.resolved_at?.getTime() === row.resolved_at.getTime() };
}
