import type { CallRow } from '../../db/sql/call-row';
import type { Tx } from '../../db/transaction';
import { loadTicket } from '../../queries/access-ticket';
import { callEvent } from './change-call';
import { setAssignee } from './set-assignee';
import { writeTicket } from './write-ticket';

/**
 * The agent who accepted was not reached at his telephone: the caller goes on waiting, for the next one. It counts as
 * a ring that he missed.
 */
export async function returnCall(tx: Tx, call: CallRow & { ticket_id: string }): Promise<void> {
  if (call.agent_id === null || call.state !== 'ringing' || call.ended_at) return;
  await tx.query(`UPDATE offer SET state = 'missed', ended_at = now() WHERE id = $1 AND ended_at IS NULL`, [
    call.offer_id,
  ]);
  await tx.query('UPDATE call SET agent_id = NULL, offer_id = NULL WHERE id = $1', [call.id]);
  await tx.query(
    `UPDATE call_leg SET state = 'ended', ended_at = now() WHERE call_id = $1 AND party = 'agent' AND state <> 'ended'`,
    [call.id],
  );
  const ticket = (await loadTicket(tx, call.ticket_id))!;
  await writeTicket(tx, ticket.id, {}, [callEvent(call, 'not_reached')]);
  if (ticket.assignee_id === call.agent_id)
    await setAssignee(tx, ticket, null, { actorId: null, reason: null });
}
