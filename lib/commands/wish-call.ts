import type { CallRow } from '../db/sql/call-row';
import type { Tx } from '../db/transaction';
import { Conflict, Forbidden } from '../errors';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import { type CallWish, mayWish } from '../rules/call-states';
import type { Actor } from '../rules/permissions';
import type { TicketDto } from '../schemas/ticket';
import { queueAct } from './steps/call-acts';
import { addLeg } from './steps/call-legs';
import { callEvent } from './steps/change-call';
import { type Attempt, once } from './steps/once';
import { putThrough, telephoneOf } from './steps/put-through';
import { writeTicket } from './steps/write-ticket';

/**
 * What an agent wants of the call on a ticket: to have a waiting caller put through, to let him wait, to speak on, to end
 * it. It is told to the provider by a job; the call changes when the provider says so.
 *
 * @throws Conflict `no_call` when nobody is on the line or the call is in another state, `no_telephone`, `in_call`,
 *   `take_first`; Forbidden for who neither speaks nor is an admin; NotFound.
 */
export function wishCall(actor: Actor, ref: string, wish: CallWish, attempt?: Attempt): Promise<TicketDto> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.note', { lock: true });
    const { rows } = await tx.query<CallRow>(
      'SELECT * FROM call WHERE ticket_id = $1 AND ended_at IS NULL FOR NO KEY UPDATE',
      [ticket.id],
    );
    const [call] = rows;
    if (!call || !mayWish(call.state, call.ended_at !== null, wish))
      throw new Conflict('no_call', 'The call is not in that state any more.');
    if (wish === 'pick_up') await pickUp(tx, actor, call, ticket.assignee_id);
    else await tell(tx, actor, call, wish);
    return presentTicket((await loadTicket(tx, ticket.id))!, audienceOf(actor.role));
  });
}

/** Of a caller who waits on a ticket that its agent took by hand, or who was given to him before. */
async function pickUp(tx: Tx, actor: Actor, call: CallRow, assigneeId: string | null): Promise<void> {
  if (assigneeId !== actor.id) throw new Conflict('take_first', 'Take the ticket first.');
  if (call.agent_id !== null || call.direction === 'out')
    throw new Conflict('no_call', 'The call is being put through.');
  await putThrough(tx, actor, call, null);
  await writeTicket(tx, call.ticket_id!, {}, [
    callEvent({ ...call, agent_id: actor.id }, 'put_through', { actorId: actor.id }),
  ]);
}

async function tell(tx: Tx, actor: Actor, call: CallRow, wish: Exclude<CallWish, 'pick_up'>): Promise<void> {
  if (call.agent_id !== actor.id && actor.role !== 'admin') throw new Forbidden();
  if (await isTold(tx, call.id, wish)) return;
  if (wish !== 'resume') return queueAct(tx, call.id, wish);
  const agentId = call.agent_id ?? actor.id;
  await telephoneOf(tx, agentId);
  await queueAct(tx, call.id, 'resume', await addLeg(tx, call.id, { party: 'agent', personId: agentId }));
}

/** Pressed twice it is told once. */
async function isTold(tx: Tx, callId: string, wish: CallWish): Promise<boolean> {
  const { rowCount } = await tx.query(
    `SELECT 1 FROM call_act WHERE call_id = $1 AND act = $2 AND state IN ('queued', 'doing')`,
    [callId, wish],
  );
  return rowCount !== 0;
}
