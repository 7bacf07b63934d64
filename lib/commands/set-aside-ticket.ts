import { inTransaction } from '../db/transaction';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';
import type { TicketDto } from '../schemas/ticket';
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

/** Marks a ticket as spam, or not: spam is never routed and mails nobody. */
export function markSpam(actor: Actor, ref: string, isSpam: boolean, attempt?: Attempt): Promise<TicketDto> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.mark_spam', { lock: true });
    if ((ticket.spam_at !== null) !== isSpam) {
      const event = { type: 'spam.changed', data: { is_spam: isSpam }, actorId: actor.id } as const;
      await writeTicket(tx, ticket.id, { spam_at: isSpam ? new Date() : null }, [event]);
    }
    return presentTicket((await loadTicket(tx, ticket.id))!, audienceOf(actor.role));
  });
}
