import { type TicketRow, ticketRows } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { UNSOLVED } from '../../schemas/values';
import { setAssignee } from './set-assignee';

/** Gives a person's unsolved tickets back to the queue, keeping their place by waiting time. */
export async function releaseTickets(
  tx: Tx,
  personId: string,
  by: { actorId: string | null; reason: string },
): Promise<void> {
  // locked first and read after, for the reason that stands at loadTicket
  const locked = await tx.query<{ id: string }>(
    'SELECT id FROM ticket WHERE assignee_id = $1 AND status = ANY($2::text[]) ORDER BY id FOR NO KEY UPDATE',
    [personId, UNSOLVED],
  );
  const ids = locked.rows.map(({ id }) => id);
  const { rows } = await tx.query<TicketRow>(`${ticketRows()} WHERE t.id = ANY($1::uuid[]) ORDER BY t.id`, [
    ids,
  ]);
  for (const ticket of rows) await setAssignee(tx, ticket, null, by);
}
