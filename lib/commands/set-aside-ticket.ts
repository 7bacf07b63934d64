import { inTransaction, type Tx } from '../db/transaction';
import { Forbidden } from '../errors';
import { recordEvent } from '../events/record';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import { type Actor, may } from '../rules/permissions';
import type { MarkSpamInput, TicketDto } from '../schemas/ticket';
import { type Attempt, once } from './steps/once';
import { writeTicket } from './steps/write-ticket';

/** Puts a ticket into the trash, where it stays 30 days. Twice is once. */
export function deleteTicket(actor: Actor, ref: string): Promise<void> {
  return inTransaction(async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.delete', { lock: true });
    if (ticket.deleted_at !== null) return;
    await writeTicket(tx, ticket.id, { deleted_at: new Date() }, [
      { type: 'ticket.deleted', data: {}, actorId: actor.id },
    ]);
  });
}

/** Takes a ticket out of the trash, with everything it had. */
export function restoreTicket(actor: Actor, ref: string, attempt?: Attempt): Promise<TicketDto> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.restore', { lock: true });
    if (ticket.deleted_at !== null) {
      await writeTicket(tx, ticket.id, { deleted_at: null }, [
        { type: 'ticket.restored', data: {}, actorId: actor.id },
      ]);
    }
    return presentTicket((await loadTicket(tx, ticket.id))!, audienceOf(actor.role));
  });
}

/**
 * Marks a ticket as spam, or not: spam is never routed and mails nobody. With `block_sender` its customer is blocked,
 * or not any more: whatever he writes from then on is spam.
 * @throws Forbidden for who may not block.
 */
export function markSpam(
  actor: Actor,
  ref: string,
  { is_spam: isSpam, block_sender }: MarkSpamInput,
  attempt?: Attempt,
): Promise<TicketDto> {
  if (block_sender !== undefined && !may(actor, 'customer.edit')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.mark_spam', { lock: true });
    if ((ticket.spam_at !== null) !== isSpam) {
      const event = { type: 'spam.changed', data: { is_spam: isSpam }, actorId: actor.id } as const;
      await writeTicket(tx, ticket.id, { spam_at: isSpam ? new Date() : null }, [event]);
    }
    if (block_sender !== undefined) await block(tx, actor, ticket.customer_id, block_sender);
    return presentTicket((await loadTicket(tx, ticket.id))!, audienceOf(actor.role));
  });
}

async function block(tx: Tx, actor: Actor, customerId: string, isBlocked: boolean): Promise<void> {
  const { rowCount } = await tx.query(
    `UPDATE person SET is_blocked = $2, updated_at = now() WHERE id = $1 AND role = 'customer' AND is_blocked <> $2`,
    [customerId, isBlocked],
  );
  if (rowCount === 0) return;
  await recordEvent(tx, 'customer.changed', { person_id: customerId, fields: ['is_blocked'] }, actor.id);
}
