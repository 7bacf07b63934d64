import { inTransaction, sql, type Tx } from '../db/transaction';
import { log } from '../log';
import { countTurn } from './steps/count-turn';
import { writeTicket } from './steps/write-ticket';

/** A clock that runs ahead by more than this: whoever is late for it, the sweep comes soon. */
const SOON_MS = 5_000;

interface Due {
  ticket_id: string;
  person_id: string;
  kind: 'call' | 'chat';
}

/**
 * Ends what has rung for its time, or a wrap-up that is over. Whatever calls this, however often and from however many
 * workers, it is done once: the ticket's lock and the offer's own state decide, also against who accepts at this moment.
 *
 * @returns `early` when its time is a moment away.
 */
export function endOffer(id: string): Promise<'done' | 'early'> {
  return inTransaction(async (tx) => {
    // the ticket first, as everybody does who changes an offer
    await tx.query(
      'SELECT 1 FROM ticket WHERE id = (SELECT ticket_id FROM offer WHERE id = $1) FOR NO KEY UPDATE',
      [id],
    );
    await miss(tx, id);
    await endWrapUp(tx, id);
    const { rows } = await tx.query<{ is_soon: boolean }>(
      `SELECT coalesce(wrap_up_until, until) < clock_timestamp() + interval '${SOON_MS} milliseconds' AS is_soon
       FROM offer WHERE id = $1 AND (state = 'ringing' OR wrap_up_until IS NOT NULL)`,
      [id],
    );
    return rows[0]?.is_soon ? 'early' : 'done';
  });
}

async function miss(tx: Tx, id: string): Promise<void> {
  const { rows } = await tx.query<Due>(
    `UPDATE offer SET state = 'missed', ended_at = now()
     WHERE id = $1 AND state = 'ringing' AND until <= clock_timestamp() RETURNING ticket_id, person_id, kind`,
    [id],
  );
  if (!rows[0]) return;
  const { ticket_id, person_id, kind } = rows[0];
  await countTurn(tx, person_id, kind);
  await writeTicket(tx, ticket_id, { offer_id: null, routing_reason: null }, [
    { type: 'offer.missed', data: { offer_id: id, to: person_id }, actorId: null },
  ]);
}

async function endWrapUp(tx: Tx, id: string): Promise<void> {
  const { rows } = await tx.query<Due>(
    `UPDATE offer SET wrap_up_until = NULL WHERE id = $1 AND wrap_up_until <= clock_timestamp()
     RETURNING ticket_id, person_id, kind`,
    [id],
  );
  if (!rows[0]) return;
  const { ticket_id, person_id } = rows[0];
  await writeTicket(tx, ticket_id, {}, [
    { type: 'wrap_up.ended', data: { offer_id: id, to: person_id }, actorId: null },
  ]);
}

/** Ends whatever is due: the net under the jobs, which may be lost with the queue or with their worker. */
export async function endDueOffers(): Promise<void> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM offer WHERE state = 'ringing' AND until <= now()
     UNION SELECT id FROM offer WHERE wrap_up_until <= now()`,
  );
  for (const { id } of rows) {
    try {
      await endOffer(id);
    } catch (error) {
      // one that cannot end must not keep the others ringing
      log.error({ err: error, offer: id }, 'an offer did not end; the next sweep tries again');
    }
  }
}
