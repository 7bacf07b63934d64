import type { TicketRow } from '../db/sql/ticket-row';
import { inTransaction, sql, type Tx } from '../db/transaction';
import { log } from '../log';
import { loadTicket } from '../queries/access-ticket';
import { getSettings } from '../queries/get-settings';
import { autoCloseStep } from '../rules/auto-close';
import { noticesFor } from '../rules/notifications';
import type { Settings } from '../schemas/settings';
import { mailNotices } from './steps/mail-notices';
import { unpromise, wake } from './steps/sleep-columns';
import { statusColumns } from './steps/status-columns';
import { writeTicket } from './steps/write-ticket';

type Rule = NonNullable<Settings['auto_close']>;

/** Tickets of one pass; the next one takes the rest. */
const BATCH = 200;
const DAY = 86_400_000;

/**
 * Tells customers who have not answered that their ticket will be resolved, and resolves it when they still have not
 * (product B13). Off unless admins want it. Doing it twice, or by several workers at once, is the same as once: the
 * ticket's lock decides.
 */
export async function autoClose(): Promise<void> {
  const { auto_close: rule } = await getSettings();
  if (rule === null) return;
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM ticket
     WHERE status = 'WAITING_ON_CUSTOMER' AND public_updated_at <= now() - make_interval(days => $1)
       AND deleted_at IS NULL AND spam_at IS NULL AND merged_into IS NULL AND promise_at IS NULL
       AND (snoozed_until IS NULL OR snoozed_until <= now())
       AND (close_told_at IS NULL OR close_told_at < public_updated_at OR close_at <= now())
     ORDER BY public_updated_at LIMIT ${BATCH}`,
    [rule.after_days - rule.notice_days],
  );
  for (const { id } of rows) {
    try {
      await inTransaction((tx) => step(tx, id, rule));
    } catch (error) {
      // one that cannot be closed must not keep the others waiting
      log.error({ err: error, ticketId: id }, 'a waiting ticket was not closed; the next pass tries again');
    }
  }
}

async function step(tx: Tx, id: string, rule: Rule): Promise<void> {
  const ticket = await loadTicket(tx, id, true);
  if (!ticket) return;
  const now = new Date();
  const facts = {
    status: ticket.status,
    changed_at: ticket.public_updated_at,
    told_at: ticket.close_told_at,
    close_at: ticket.close_at,
    snoozed_until: ticket.snoozed_until,
    promise_at: ticket.promise_at,
    is_aside: ticket.deleted_at !== null || ticket.spam_at !== null || ticket.merged_into !== null,
  };
  const what = autoCloseStep(facts, rule, now);
  if (what === 'tell') await tell(tx, ticket, rule, now);
  if (what === 'resolve') await resolve(tx, ticket, rule, now);
}

async function tell(tx: Tx, ticket: TicketRow, { notice_days: days }: Rule, now: Date): Promise<void> {
  const columns = { close_told_at: now, close_at: new Date(now.getTime() + days * DAY) };
  const [event] = await writeTicket(tx, ticket.id, columns, [
    { type: 'closing.told', data: { days }, actorId: null },
  ]);
  await mailNotices(tx, ticket, event!.id, noticesFor({ kind: 'closing' }, audienceOf(ticket)));
}

/** By itself, so nobody is mailed (contract, "Who is mailed"): the customer was told before, and an answer opens it. */
async function resolve(tx: Tx, ticket: TicketRow, { after_days: days }: Rule, now: Date): Promise<void> {
  const [woken, ended] = [wake(ticket, 'end', null), unpromise(ticket, null)];
  await writeTicket(
    tx,
    ticket.id,
    {
      ...statusColumns(ticket.status, 'RESOLVED', now),
      ...woken.columns,
      ...ended.columns,
      ...{ close_told_at: null, close_at: null },
    },
    [
      {
        type: 'status.changed',
        data: { from: ticket.status, to: 'RESOLVED', by_hand: false, cause: 'no_answer', days },
        actorId: null,
      },
      ...woken.events,
      ...ended.events,
    ],
  );
}

const audienceOf = (ticket: TicketRow) => ({
  actorId: null,
  customerId: ticket.customer_id,
  assigneeId: ticket.assignee_id,
  imported: ticket.is_imported,
});
