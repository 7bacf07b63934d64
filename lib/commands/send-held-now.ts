import { Forbidden, NotFound } from '../errors';
import { accessTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';
import type { PostedMessage } from '../schemas/post-message';
import { leave } from './steps/leave';
import { lockHeld } from './steps/lock-held';
import { type Attempt, once } from './steps/once';
import { presentPosted } from './steps/present-posted';
import { refuseIfOver } from './steps/refuse-if-over';

/**
 * Sends a message of one's own that waits, or that was stopped, now. `basedOn` says what its author has seen by now:
 * without it, whatever stopped it stops it again.
 *
 * @throws NotFound; Forbidden; Conflict `already_sent`, `already_undone`, and as posting does.
 */
export function sendHeldNow(
  actor: Actor,
  ref: string,
  id: string,
  basedOn: string | undefined,
  attempt?: Attempt,
): Promise<PostedMessage> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.note', { lock: true });
    const found = await lockHeld(tx, id, ticket.id);
    if (!found) throw new NotFound();
    const { held } = found;
    if (held.author_id !== actor.id) throw new Forbidden('Only its author can send it.');
    refuseIfOver(held);
    if (!held.input.is_internal) await accessTicket(tx, actor, ticket.id, 'ticket.reply');
    return presentPosted(tx, actor, await leave(tx, actor, held, ticket, basedOn ?? held.seen_id));
  });
}
