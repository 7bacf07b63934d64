import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import type { TicketEventInput } from '../../events/catalogue';
import type { HeldRow } from '../../presenters/held';
import { loadTicket } from '../../queries/access-ticket';
import { heldRows } from '../../queries/list-held';
import type { Channel } from '../../schemas/values';
import { writeTicket } from './write-ticket';

export interface LockedHeld extends HeldRow {
  origin: Channel;
  seen_id: string;
  is_due: boolean;
}

/**
 * A held message under its ticket's lock, which whoever changes either holds: of leaving, taking back and sending now
 * one comes first, and the others see what it did. The ticket is locked first, as everywhere.
 *
 * @returns null when there is none of that id (on that ticket).
 */
export async function lockHeld(
  tx: Tx,
  id: string,
  ticketId: string | null = null,
): Promise<{ held: LockedHeld; ticket: TicketRow } | null> {
  const { rows } = await tx.query<{ ticket_id: string }>(
    'SELECT ticket_id FROM held_message WHERE id = $1 AND ($2::uuid IS NULL OR ticket_id = $2)',
    [id, ticketId],
  );
  const ticket = rows[0] ? await loadTicket(tx, rows[0].ticket_id, true) : null;
  if (!ticket) return null;
  const { rows: held } = await tx.query<LockedHeld>(
    heldRows('h.id = $1', ', h.send_at <= clock_timestamp() AS is_due'),
    [id],
  );
  return held[0] ? { held: held[0], ticket } : null;
}

/** Ends a held message, and tells staff when that is news of its own: what has left is told as a message. */
export async function settleHeld(
  tx: Tx,
  held: HeldRow,
  to: { state: 'sent' | 'undone' } | { state: 'stopped'; reason: NonNullable<HeldRow['stop_reason']> },
  actorId: string | null,
): Promise<void> {
  const reason = to.state === 'stopped' ? to.reason : null;
  await tx.query('UPDATE held_message SET state = $2, stop_reason = $3, settled_at = now() WHERE id = $1', [
    held.id,
    to.state,
    reason,
  ]);
  const event: TicketEventInput | null =
    to.state === 'stopped'
      ? { type: 'message.stopped', data: { held_id: held.id, reason: to.reason }, actorId }
      : to.state === 'undone'
        ? { type: 'message.undone', data: { held_id: held.id }, actorId }
        : null;
  if (event) await writeTicket(tx, held.ticket_id, {}, [event]);
}
