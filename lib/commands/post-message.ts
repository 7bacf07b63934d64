import { Forbidden, Invalid } from '../errors';
import { accessTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';
import type { PostMessageInput } from '../schemas/ticket';
import type { Channel } from '../schemas/values';
import { type Attempt, once } from './steps/once';
import { postCustomerMessage } from './steps/post-customer-message';
import { postStaffReply } from './steps/post-staff-reply';
import { refuseIfNewer } from './steps/refuse-if-newer';
import { type PostedMessage, presentPosted, writeMessage } from './steps/write-message';

/**
 * Posts a public reply or an internal note. A customer's message brings waiting and resolved work back; on a closed
 * ticket it opens a linked follow-up, and the answer's `ticket` is that one. A staff reply takes an unassigned
 * ticket, starts assigned work, and may set a status in the same act.
 *
 * @throws Conflict `newer_messages` when `based_on` is not the newest message, with those that came since;
 *   Conflict `ticket_closed` for a staff reply to a closed ticket; Conflict of the status rules.
 */
export function postMessage(
  actor: Actor,
  ref: string,
  input: PostMessageInput,
  via: Channel,
  attempt?: Attempt,
): Promise<PostedMessage> {
  const customer = actor.role === 'customer';
  if (customer && input.is_internal) throw new Forbidden('Only the team can write notes.');
  if (input.status !== undefined && (customer || input.is_internal))
    throw new Invalid({ status: ['not_allowed'] });
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, input.is_internal ? 'ticket.note' : 'ticket.reply', {
      lock: true,
    });
    if (input.based_on) await refuseIfNewer(tx, actor, ticket, input.based_on);
    const draft = { ticket, body: input.body, via, clientId: attempt?.key ?? null };
    const posted = customer
      ? await postCustomerMessage(tx, actor, draft)
      : input.is_internal
        ? await writeMessage(tx, actor, draft, { to: ticket.status, internal: true })
        : await postStaffReply(tx, actor, draft, input.status);
    return presentPosted(tx, actor, posted);
  });
}
