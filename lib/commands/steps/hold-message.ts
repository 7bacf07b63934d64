import type { Tx } from '../../db/transaction';
import { Invalid } from '../../errors';
import { type HeldRow, presentHeld } from '../../presenters/held';
import { audienceOf, presentTicket } from '../../presenters/ticket';
import { loadTicket } from '../../queries/access-ticket';
import { heldRows } from '../../queries/list-held';
import type { Actor } from '../../rules/permissions';
import type { PostedMessage, PostMessageInput } from '../../schemas/post-message';
import { checkFiles } from './attach-files';
import { postAsStaff } from './post-as-staff';
import { effectOfReply } from './post-staff-reply';
import { refuseIfUnreachable } from './queue-messenger-send';
import type { NewMessage } from './write-message';
import { writeTicket } from './write-ticket';

const YEAR = 366 * 24 * 60 * 60 * 1_000;

/**
 * When a message shall leave; null for at once.
 *
 * @throws Invalid for a time that is past or more than a year away, or asked for in two ways.
 */
export function timeToLeave(
  { hold_seconds = 0, send_at, send_if }: PostMessageInput,
  now: Date,
): Date | null {
  if (send_at === undefined) {
    if (send_if !== undefined) throw new Invalid({ send_if: ['needs_send_at'] });
    return hold_seconds > 0 ? new Date(now.getTime() + hold_seconds * 1_000) : null;
  }
  if (hold_seconds > 0) throw new Invalid({ send_at: ['not_with_hold_seconds'] });
  const at = new Date(send_at);
  if (at <= now) throw new Invalid({ send_at: ['past'] });
  if (at.getTime() - now.getTime() > YEAR) throw new Invalid({ send_at: ['too_far'] });
  return at;
}

/**
 * Puts a message of staff aside until it leaves (product 2.14). Nothing of it happens before: no message, no status,
 * nobody takes the ticket, nobody is mailed or told but staff.
 *
 * @throws Conflict as if it left now: who sends it learns at once what would stop it.
 */
export async function holdMessage(
  tx: Tx,
  actor: Actor,
  message: NewMessage,
  input: PostMessageInput,
  sendAt: Date,
): Promise<PostedMessage> {
  const { id, ticket, html, via, clientId } = message;
  if (!input.is_internal) await refuseIfUnreachable(tx, ticket.id, sendAt);
  await refuseIfItCannotLeave(tx, actor, message, input);
  await checkFiles(tx, actor, input.attachments);
  const sendIf = input.send_at === undefined ? 'unseen' : (input.send_if ?? 'always');
  await tx.query(
    `INSERT INTO held_message (id, ticket_id, author_id, input, html, origin, client_id, seen_id, send_at, send_if)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      ticket.id,
      actor.id,
      JSON.stringify(input),
      html,
      via,
      clientId,
      ticket.last_message_id,
      sendAt,
      sendIf,
    ],
  );
  await writeTicket(tx, ticket.id, {}, [
    { type: 'message.held', data: { held_id: id, send_at: sendAt.toISOString() }, actorId: actor.id },
  ]);
  return presentHolding(tx, actor, id);
}

/** Sends it and takes that back at once: so whatever would refuse it later refuses it now. */
async function refuseIfItCannotLeave(
  tx: Tx,
  actor: Actor,
  message: NewMessage,
  input: PostMessageInput,
): Promise<void> {
  if (input.actions === undefined) {
    if (!input.is_internal) effectOfReply(actor, message.ticket, input.status);
    return;
  }
  await tx.query('SAVEPOINT trying');
  await postAsStaff(tx, actor, message, input);
  await tx.query('ROLLBACK TO SAVEPOINT trying');
}

/** The answer for a message that waits: as it will be, on the ticket as it is. */
async function presentHolding(tx: Tx, actor: Actor, id: string): Promise<PostedMessage> {
  const { rows } = await tx.query<HeldRow>(heldRows('h.id = $1'), [id]);
  const held = presentHeld(rows[0]!);
  const ticket = await loadTicket(tx, rows[0]!.ticket_id);
  const {
    status: _status,
    send_at: _at,
    send_if: _if,
    state: _state,
    stop_reason: _reason,
    ...message
  } = held;
  const unwritten = {
    delivery: null,
    mail: null,
    recording: null,
    origin: null,
    edited_at: null,
    removed: null,
  };
  return { ...message, ...unwritten, ticket: presentTicket(ticket!, audienceOf(actor.role)), held };
}
