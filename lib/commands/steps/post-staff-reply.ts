import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { Conflict } from '../../errors';
import type { TicketEventInput } from '../../events/catalogue';
import type { Actor } from '../../rules/permissions';
import { reasonFacts, takenBy, takenWithReply } from '../../rules/routing-reason';
import { decideStatusByHand, statusAfterStaffReply } from '../../rules/status';
import type { PostMessageInput } from '../../schemas/post-message';
import type { Status } from '../../schemas/values';
import { unpromise, wake } from './sleep-columns';
import { statusColumns } from './status-columns';
import { type MessageEffect, type NewMessage, type Posted, writeMessage } from './write-message';

/** A public answer of the staff. @throws Conflict as {@link effectOfReply}. */
export function postStaffReply(
  tx: Tx,
  actor: Actor,
  message: NewMessage,
  { status, promise }: Pick<PostMessageInput, 'status' | 'promise'>,
): Promise<Posted> {
  const effect = effectOfReply(actor, message.ticket, status);
  const later = promiseWithReply(actor, message.ticket, effect.to, promise);
  return writeMessage(tx, actor, message, {
    ...effect,
    columns: { ...effect.columns, ...later.columns },
    events: [...(effect.events ?? []), ...later.events],
  });
}

/** A reply ends a reminder that stood there, and may promise anew. Solved tickets wait for nothing. */
function promiseWithReply(
  actor: Actor,
  ticket: TicketRow,
  to: Status,
  promise: PostMessageInput['promise'],
): ReturnType<typeof wake> | ReturnType<typeof unpromise> {
  const isOver = to === 'RESOLVED' || to === 'CLOSED';
  if (isOver || (!promise && ticket.promise_due)) {
    const [woken, ended] = [isOver ? wake(ticket, 'end', actor.id) : null, unpromise(ticket, actor.id)];
    return {
      columns: { ...woken?.columns, ...ended.columns },
      events: [...(woken?.events ?? []), ...ended.events],
    };
  }
  if (!promise) return { columns: {}, events: [] };
  const at = new Date(promise.at);
  return {
    columns: { promise_at: at, promise_act: promise.act, promise_by: actor.id, promise_due: false },
    events: [
      { type: 'promise.changed', data: { at: at.toISOString(), act: promise.act }, actorId: actor.id },
    ],
  };
}

/**
 * What a staff reply does: it takes an unassigned ticket, starts assigned work, and sets the status that is wanted.
 *
 * @throws Conflict `ticket_closed`, or of the status rules.
 */
export function effectOfReply(actor: Actor, ticket: TicketRow, wanted: Status | undefined): MessageEffect {
  if (ticket.status === 'CLOSED') throw new Conflict('ticket_closed', 'A closed ticket cannot be answered.');
  const takes = ticket.assignee_id === null && ticket.status !== 'RESOLVED';
  const held = takes || ticket.assignee_id !== null;
  const at = new Date();
  const to = statusWithReply(actor, takes ? 'ASSIGNED' : ticket.status, held, wanted);
  const events: TicketEventInput[] = [];
  if (takes) {
    events.push({
      type: 'assignment.changed',
      data: { from: null, to: actor.id, ...reasonFacts(takenWithReply(actor.name)) },
      actorId: actor.id,
    });
  }
  const columns = {
    waiting_since: null,
    first_reply_at: ticket.first_reply_at ?? at,
    ...statusColumns(ticket.status, to, at),
    ...(takes
      ? {
          assignee_id: actor.id,
          assigned_at: at,
          is_held: false,
          routing_reason: takenBy(actor.name),
        }
      : {}),
  };
  return { to, columns, events };
}

/** The first reply starts the work; a status asked for with the reply is then set as by hand. */
function statusWithReply(actor: Actor, from: Status, held: boolean, wanted: Status | undefined): Status {
  const started = statusAfterStaffReply(from);
  if (wanted === undefined) return started;
  const decision = decideStatusByHand(started, wanted, held, actor.role);
  if (decision.kind === 'refuse')
    throw new Conflict(decision.code, `A ticket that is ${from} cannot become ${wanted}.`);
  return decision.kind === 'same' ? started : decision.to;
}
