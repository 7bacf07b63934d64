import { type TicketRow, ticketRows } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { UNSOLVED } from '../../schemas/enums';
import { setAssignee } from './set-assignee';

/** Gives a person's unsolved tickets back to the queue, keeping their place by waiting time. */
export async function releaseTickets(
  tx: Tx,
  personId: string,
  by: { actorId: string | null; reason: string },
): Promise<void> {
  const { rows } = await tx.query<TicketRow>(
    `${ticketRows()} WHERE t.assignee_id = $1 AND t.status = ANY($2::text[]) ORDER BY t.id FOR NO KEY UPDATE OF t`,
    [personId, UNSOLVED],
  );
  for (const ticket of rows) await setAssignee(tx, ticket, null, by);
}
