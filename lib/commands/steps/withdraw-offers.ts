import type { Tx } from '../../db/transaction';
import { writeTicket } from './write-ticket';

/**
 * Nothing rings any more at somebody who asks for no work: it goes to the next one. What others have locked they are
 * ending themselves, and what they are not ends when it has rung for its time; waiting for it here, under this person's
 * lock, could be waiting for each other.
 */
export async function withdrawOffers(tx: Tx, personId: string, actorId: string | null): Promise<void> {
  const { rows } = await tx.query<{ id: string; ticket_id: string }>(
    `SELECT o.id, o.ticket_id FROM offer o JOIN ticket t ON t.id = o.ticket_id
     WHERE o.person_id = $1 AND o.state = 'ringing' AND o.ended_at IS NULL ORDER BY t.id FOR NO KEY UPDATE OF t SKIP LOCKED`,
    [personId],
  );
  for (const { id, ticket_id } of rows) {
    const { rowCount } = await tx.query(
      `UPDATE offer SET state = 'withdrawn', ended_at = now() WHERE id = $1 AND state = 'ringing'`,
      [id],
    );
    if (rowCount === 0) continue;
    await writeTicket(tx, ticket_id, { offer_id: null, routing_reason: null }, [
      { type: 'offer.withdrawn', data: { offer_id: id, to: personId }, actorId },
    ]);
  }
}
