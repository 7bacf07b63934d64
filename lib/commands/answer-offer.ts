import { newId } from '../clock';
import type { TicketRow } from '../db/sql/ticket-row';
import type { Tx } from '../db/transaction';
import { Conflict, NotFound } from '../errors';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { allowTicket, loadTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';
import { acceptedBy, type Reason } from '../rules/routing-reason';
import type { TicketDto } from '../schemas/ticket';
import { callEvent } from './steps/change-call';
import { countTurn } from './steps/count-turn';
import { type Attempt, once } from './steps/once';
import { putThrough, waitingCaller } from './steps/put-through';
import { setAssignee } from './steps/set-assignee';
import { writeTicket } from './steps/write-ticket';

/**
 * Accepts what rings at this person: it is his, as if routing had given it to him. Whoever is asked by an offer may
 * accept it, whatever he sees otherwise. An offer whose time is over but that has not ended yet is accepted all the same.
 *
 * A caller is put through to his telephone.
 *
 * @throws Conflict `no_telephone`, `in_call`, of a caller; `offer_over` when it does not ring at him any more; NotFound for a ticket that is not his to see.
 */
export function acceptOffer(actor: Actor, ref: string, attempt?: Attempt): Promise<TicketDto> {
  return once(actor, attempt, async (tx) => {
    const { ticket, offer } = await answer(tx, actor, ref, 'accepted');
    await tx.query(
      `INSERT INTO routing_decision (id, ticket_id, person_id, demand_id, version, considered, excluded, winner)
       SELECT $2, ticket_id, person_id, demand_id, version, considered, excluded, winner FROM offer WHERE id = $1`,
      [offer.id, newId()],
    );
    await countTurn(tx, actor.id, offer.kind);
    const data = { offer_id: offer.id, to: actor.id };
    await writeTicket(tx, ticket.id, { offer_id: null }, [
      { type: 'offer.accepted', data, actorId: actor.id },
    ]);
    await setAssignee(tx, ticket, actor.id, { actorId: actor.id, reason: acceptedBy(offer.reason) });
    const call = await waitingCaller(tx, ticket.id);
    if (call) {
      await putThrough(tx, actor, call, offer.id);
      await writeTicket(tx, ticket.id, {}, [callEvent({ ...call, agent_id: actor.id }, 'put_through')]);
    }
    return presentTicket((await loadTicket(tx, ticket.id))!, audienceOf(actor.role));
  });
}

/** Declines it: it rings at the next one, and for a while not at him. @throws as {@link acceptOffer}. */
export function declineOffer(actor: Actor, ref: string, attempt?: Attempt): Promise<{ detail: string }> {
  return once(actor, attempt, async (tx) => {
    const { ticket, offer } = await answer(tx, actor, ref, 'declined');
    const data = { offer_id: offer.id, to: actor.id };
    await writeTicket(tx, ticket.id, { offer_id: null, routing_reason: null }, [
      { type: 'offer.declined', data, actorId: actor.id },
    ]);
    return { detail: 'Declined.' };
  });
}

interface Answered {
  id: string;
  kind: 'call' | 'chat';
  reason: Reason;
}

/** The ticket's lock comes first, and the offer's own state decides: of all who end it at this moment one does. */
async function answer(
  tx: Tx,
  actor: Actor,
  ref: string,
  state: 'accepted' | 'declined',
): Promise<{ ticket: TicketRow; offer: Answered }> {
  const ticket = await loadTicket(tx, ref, true);
  if (!ticket) throw new NotFound();
  const { rows } = await tx.query<Answered>(
    `UPDATE offer SET state = $3, ended_at = CASE WHEN $3 = 'accepted' THEN NULL ELSE now() END
     WHERE ticket_id = $1 AND person_id = $2 AND state = 'ringing' RETURNING id, kind, reason`,
    [ticket.id, actor.id, state],
  );
  if (rows[0]) return { ticket, offer: rows[0] };
  const { rowCount } = await tx.query('SELECT 1 FROM offer WHERE ticket_id = $1 AND person_id = $2', [
    ticket.id,
    actor.id,
  ]);
  if (rowCount === 0) allowTicket(ticket, actor, 'ticket.read');
  throw new Conflict('offer_over', 'It does not ring any more.');
}
