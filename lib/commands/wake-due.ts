import type { TicketRow } from '../db/sql/ticket-row';
import { inTransaction, sql, type Tx } from '../db/transaction';
import { log } from '../log';
import { loadTicket } from '../queries/access-ticket';
import { noticesFor } from '../rules/notifications';
import { mailNotices } from './steps/mail-notices';
import { unpromise, wake } from './steps/sleep-columns';
import { statusColumns } from './steps/status-columns';
import { writeTicket } from './steps/write-ticket';

/** A clock that runs ahead by more than this belongs to another, later time: its own job comes for that. */
const SOON_MS = 5_000;

/**
 * Wakes a ticket whose time has come and does what was promised for it. Whatever calls this, however often and from
 * however many workers, it is done once: the ticket's lock decides.
 *
 * @returns `early` when the time is a moment away.
 */
export function wakeTicket(id: string): Promise<'done' | 'early'> {
  return inTransaction(async (tx) => {
    const ticket = await loadTicket(tx, id, true);
    if (!ticket) return 'done';
    const { rows } = await tx.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    const now = rows[0]!.now;
    if (ticket.snoozed_until && ticket.snoozed_until <= now) {
      const { columns, events } = wake(ticket, 'time', null);
      await writeTicket(tx, id, columns, events);
    }
    if (isPending(ticket) && ticket.promise_at! <= now) await keepPromise(tx, ticket);
    const next = [ticket.snoozed_until, isPending(ticket) ? ticket.promise_at : null];
    const isSoon = next.some((at) => at && at > now && at.getTime() - now.getTime() < SOON_MS);
    return isSoon ? 'early' : 'done';
  });
}

const isPending = (ticket: TicketRow): boolean => ticket.promise_at !== null && !ticket.promise_due;

/** Wakes whatever is due: the net under the jobs, which may be lost with the queue. */
export async function wakeDue(limit = 500): Promise<void> {
  const { rows } = await sql.query<{ id: string }>(
    `(SELECT id FROM ticket WHERE snoozed_until <= now() ORDER BY snoozed_until, id LIMIT $1)
     UNION (SELECT id FROM ticket WHERE promise_at <= now() AND NOT promise_due ORDER BY promise_at, id LIMIT $1)`,
    [limit],
  );
  for (const { id } of rows) {
    try {
      await wakeTicket(id);
    } catch (error) {
      // one that cannot wake must not keep the others asleep
      log.error({ err: error, ticketId: id }, 'a ticket did not wake; the next sweep tries again');
    }
  }
}

/** Nobody has answered: an answer would have ended the promise. */
async function keepPromise(tx: Tx, ticket: TicketRow): Promise<void> {
  const actorId = ticket.promise_by;
  const asleep = wake(ticket, ticket.promise_act === 'resolve' ? 'end' : 'time', null);
  if (ticket.promise_act === 'remind' || ticket.assignee_id === null || ticket.deleted_at !== null) {
    const data = { at: ticket.promise_at!.toISOString(), act: 'remind', due: true } as const;
    await writeTicket(tx, ticket.id, { ...asleep.columns, promise_due: true, promise_act: 'remind' }, [
      { type: 'promise.changed', data, actorId },
      ...asleep.events,
    ]);
    return;
  }
  const { columns, events } = unpromise(ticket, actorId);
  const from = ticket.status;
  const [status] = await writeTicket(
    tx,
    ticket.id,
    { ...columns, ...asleep.columns, ...statusColumns(from, 'RESOLVED', new Date()) },
    [
      { type: 'status.changed', data: { from, to: 'RESOLVED', by_hand: true }, actorId },
      ...events,
      ...asleep.events,
    ],
  );
  // the person who promised has set it, so the customer is told as by hand
  const notices = noticesFor(
    { kind: 'status', from, to: 'RESOLVED', byHand: true },
    {
      actorId,
      customerId: ticket.customer_id,
      assigneeId: ticket.assignee_id,
      imported: ticket.is_imported,
    },
  );
  await mailNotices(tx, ticket, status!.id, notices);
}
