import { inTransaction } from '../db/transaction';
import { Invalid } from '../errors';
import { presentContactTicket } from '../presenters/contact-ticket';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import { platformOf, rankOf } from '../rules/contact-centre';
import type { Actor } from '../rules/permissions';
import type { ContactTicketDto, EditContactTicketInput } from '../schemas/contact-centre';
import { PRIORITIES } from '../schemas/values';
import { editByHand } from './steps/edit-by-hand';

/**
 * Changes what a contact asks for; of two at once the later one wins.
 * @throws Forbidden for who may not edit it; Invalid when it is to come from elsewhere.
 */
export function editContactTicket(
  actor: Actor,
  ref: string,
  { platform, restriction, priority }: EditContactTicketInput,
): Promise<ContactTicketDto> {
  return inTransaction(async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.edit', { lock: true });
    if (platform !== undefined && platform !== platformOf(ticket.channel))
      throw new Invalid({ platform: ['not_allowed'] });
    await editByHand(tx, actor, ticket, {
      languages: restriction,
      ...(priority === undefined
        ? {}
        : { priority: PRIORITIES[rankOf(priority)]!, source_priority: priority }),
    });
    return presentContactTicket((await loadTicket(tx, ticket.id))!);
  });
}
