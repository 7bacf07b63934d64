import type { Tx } from '../db/transaction';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';
import type { PromiseInput } from '../schemas/lifecycle';
import type { SnoozeInput } from '../schemas/snooze';
import type { TicketDto } from '../schemas/ticket';
import { type Attempt, once } from './steps/once';
import { refuseIfSolved, setSnooze } from './steps/set-snooze';
import { unpromise, wake } from './steps/sleep-columns';
import { writeTicket } from './steps/write-ticket';

/**
 * Puts a ticket to sleep until a time, or until the customer answers (product 2.18). It leaves the working views;
 * nobody but the team learns of it.
 *
 * @throws Conflict `not_open` for a ticket that is solved: nothing would come back to.
 */
export function snoozeTicket(
  actor: Actor,
  ref: string,
  { until }: SnoozeInput,
  attempt?: Attempt,
): Promise<TicketDto> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.snooze', { lock: true });
    await setSnooze(tx, actor, ticket, until === null ? null : new Date(until));
    return presentNow(tx, actor, ticket.id);
  });
}

/** Wakes a ticket by hand. One that is awake stays so, without a trace. */
export function unsnoozeTicket(actor: Actor, ref: string, attempt?: Attempt): Promise<TicketDto> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.snooze', { lock: true });
    const { columns, events } = wake(ticket, 'hand', actor.id);
    if (events.length > 0) await writeTicket(tx, ticket.id, columns, events);
    return presentNow(tx, actor, ticket.id);
  });
}

/**
 * Promises what happens if the customer has not answered by a time: a reminder, or the ticket is solved. Null takes it
 * back, or puts a reminder away that has been seen.
 *
 * @throws Conflict `not_open` for a ticket that is solved.
 */
export function setPromise(
  actor: Actor,
  ref: string,
  promise: PromiseInput | null,
  attempt?: Attempt,
): Promise<TicketDto> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.snooze', { lock: true });
    if (promise) {
      refuseIfSolved(ticket);
      const at = new Date(promise.at);
      const columns = {
        promise_at: at,
        promise_act: promise.act,
        promise_by: actor.id,
        promise_due: false,
      };
      const data = { at: at.toISOString(), act: promise.act };
      await writeTicket(tx, ticket.id, columns, [{ type: 'promise.changed', data, actorId: actor.id }]);
    } else {
      const { columns, events } = unpromise(ticket, actor.id);
      if (events.length > 0) await writeTicket(tx, ticket.id, columns, events);
    }
    return presentNow(tx, actor, ticket.id);
  });
}

const presentNow = async (tx: Tx, actor: Actor, id: string): Promise<TicketDto> =>
  presentTicket((await loadTicket(tx, id))!, audienceOf(actor.role));
