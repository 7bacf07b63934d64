import { isRead } from '../db/sql/message-rows';
import type { TicketRow } from '../db/sql/ticket-row';
import { inTransaction, type Tx } from '../db/transaction';
import { NotFound } from '../errors';
import { accessTicket } from '../queries/access-ticket';
import { tellSeen } from '../realtime/tell-seen';
import { type Actor, isStaff } from '../rules/permissions';
import { moveReadMark } from './steps/move-read-mark';
import { writeTicket } from './steps/write-ticket';

/**
 * Notes how far somebody has read a ticket. Only ever further: of two tabs the one that has seen more counts. What its
 * customer has read is told to staff on the messages (`delivery`): he said so himself by opening the page, and mails
 * carry nothing that would tell it.
 *
 * @throws NotFound when the ticket has no such message, or none that he may see.
 */
export function markRead(actor: Actor, ref: string, messageId: string): Promise<void> {
  const staff = isStaff(actor.role);
  return inTransaction(async (tx) => {
    const action = staff ? 'ticket.read_notes' : 'ticket.read';
    const ticket = await accessTicket(tx, actor, ref, action, { lock: !staff });
    const { rowCount } = await tx.query(
      'SELECT 1 FROM message WHERE id = $1 AND ticket_id = $2 AND ($3 OR NOT is_internal)',
      [messageId, ticket.id, staff],
    );
    if (rowCount === 0) throw new NotFound();
    const unread = staff ? [] : await unreadReplies(tx, ticket, messageId);
    const hasMoved = await moveReadMark(tx, actor.id, ticket.id, messageId);
    // whoever chats is told that the team has read
    if (staff && hasMoved && ticket.channel === 'CHAT')
      tx.afterCommit(() => tellSeen(ticket.id, messageId, 'customer'));
    const events = unread.map(
      (id) =>
        ({ type: 'delivery.changed', data: { message_id: id, state: 'read' }, actorId: actor.id }) as const,
    );
    if (events.length > 0) await writeTicket(tx, ticket.id, {}, events);
  });
}

/** More at once are shown when the ticket is opened anew. */
const TOLD = 20;

/** Replies up to this message that its customer had not read, newest last. */
async function unreadReplies(tx: Tx, ticket: TicketRow, upTo: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT m.id FROM message m JOIN person p ON p.id = m.author_id, message u
     WHERE u.id = $2 AND m.ticket_id = $1 AND NOT m.is_internal AND p.role <> 'customer'
       AND (m.created_at, m.id) <= (u.created_at, u.id) AND NOT ${isRead('$3')}
     ORDER BY m.created_at DESC, m.id DESC LIMIT ${TOLD}`,
    [ticket.id, upTo, ticket.customer_id],
  );
  return rows.map(({ id }) => id).reverse();
}

/** As if he had never looked. */
export function markUnread(actor: Actor, ref: string): Promise<void> {
  return inTransaction(async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.read_notes');
    await tx.query('DELETE FROM ticket_read WHERE person_id = $1 AND ticket_id = $2', [actor.id, ticket.id]);
  });
}
