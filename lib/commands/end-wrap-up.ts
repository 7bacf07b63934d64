import { inTransaction } from '../db/transaction';
import { listOffers } from '../queries/list-offers';
import type { Actor } from '../rules/permissions';
import type { MyOffersDto } from '../schemas/offer';
import { writeTicket } from './steps/write-ticket';

/** Ends all wrap-ups of a person before their time: his places are free at once. Nothing to end changes nothing. */
export function endWrapUp(actor: Actor): Promise<MyOffersDto> {
  return inTransaction(async (tx) => {
    await tx.query(
      `SELECT 1 FROM ticket WHERE id IN (
         SELECT ticket_id FROM offer WHERE person_id = $1 AND wrap_up_until IS NOT NULL)
       ORDER BY id FOR NO KEY UPDATE`,
      [actor.id],
    );
    const { rows } = await tx.query<{ id: string; ticket_id: string }>(
      `UPDATE offer SET wrap_up_until = NULL WHERE person_id = $1 AND wrap_up_until IS NOT NULL RETURNING id, ticket_id`,
      [actor.id],
    );
    for (const { id, ticket_id } of rows)
      await writeTicket(tx, ticket_id, {}, [
        { type: 'wrap_up.ended', data: { offer_id: id, to: actor.id }, actorId: actor.id },
      ]);
    return listOffers(actor, tx);
  });
}
