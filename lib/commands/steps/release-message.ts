import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { Refusal } from '../../errors';
import { loadActor } from '../../queries/load-actor';
import { can } from '../../rules/permissions';
import type { StopReason } from '../../schemas/values';
import { leave } from './leave';
import { type LockedHeld, lockHeld, settleHeld } from './lock-held';

/** `early`: its time has not come. `over`: it has left, was stopped or taken back, now or before. */
type Release = 'over' | 'early';

/**
 * Lets a held message leave whose time has come, or stops it with the reason and keeps it for its author (product
 * 2.14). Whatever calls this, however often and from however many workers, it leaves once.
 */
export async function releaseMessage(tx: Tx, id: string): Promise<Release> {
  const found = await lockHeld(tx, id);
  if (found?.held.state !== 'held') return 'over';
  if (!found.held.is_due) return 'early';
  const reason = await tryToLeave(tx, found.held, found.ticket);
  if (reason) await settleHeld(tx, found.held, { state: 'stopped', reason }, null);
  return 'over';
}

/** @returns why it must not leave, having left no trace then. */
async function tryToLeave(tx: Tx, held: LockedHeld, ticket: TicketRow): Promise<StopReason | null> {
  const author = await loadActor(tx, held.author_id);
  if (!author || author.role === 'customer') return 'author_gone';
  if (ticket.deleted_at !== null) return 'ticket_deleted';
  // an undo lasts a minute at most: whether he may was decided when he sent it. Later sending asks again.
  const action = held.input.is_internal ? 'ticket.note' : 'ticket.reply';
  if (held.send_if !== 'unseen' && !can(author, action, ticket)) return 'not_allowed';
  await tx.query('SAVEPOINT leaving');
  try {
    await leave(tx, author, held, ticket, held.seen_id);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT leaving');
    return reasonOf(error);
  }
}

function reasonOf({ code }: Refusal): StopReason {
  if (code === 'newer_messages' || code === 'ticket_closed' || code === 'window_closed') return code;
  return code === 'invalid_transition' || code === 'assign_first' ? 'invalid_transition' : 'not_allowed';
}
