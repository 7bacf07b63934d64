import { newNonce } from '../auth/secrets';
import { newId } from '../clock';
import { inTransaction, sql, type Tx } from '../db/transaction';
import { log } from '../log';
import { loadTicket } from '../queries/access-ticket';
import { getSettings } from '../queries/get-settings';
import { noticesFor } from '../rules/notifications';
import { dueBetween, shallAsk } from '../rules/rating';
import type { Settings } from '../schemas/settings';
import { lockCustomer } from './steps/lock-customer';
import { mailNotices } from './steps/mail-notices';
import { lastAgent } from './steps/write-rating';
import { writeTicket } from './steps/write-ticket';

type Rule = NonNullable<Settings['ask_rating']>;

/** Tickets of one pass; the next one takes the rest. */
const BATCH = 200;

/**
 * Asks customers by mail how the help was, some time after a resolution that holds (product 2.24). Off unless admins
 * want it. Doing it twice, or by several workers at once, is the same as once: the ticket's lock decides, and for
 * two tickets of a person his own.
 */
export async function askRatings(): Promise<void> {
  const { ask_rating: rule } = await getSettings();
  if (rule === null) return;
  const { from, to } = dueBetween(rule);
  const { rows } = await sql.query<{ id: string }>(
    `SELECT t.id FROM ticket t JOIN person p ON p.id = t.customer_id
     WHERE t.resolved_at BETWEEN now() - make_interval(hours => $1) AND now() - make_interval(hours => $2)
       AND t.first_reply_at IS NOT NULL AND t.ask_rating AND NOT t.is_imported
       AND t.deleted_at IS NULL AND t.spam_at IS NULL AND t.merged_into IS NULL
       AND p.email IS NOT NULL AND p.disabled_at IS NULL AND p.role = 'customer'
       AND NOT EXISTS (SELECT 1 FROM rating r WHERE r.ticket_id = t.id AND r.resolved_at = t.resolved_at)
       AND NOT EXISTS (SELECT 1 FROM rating r JOIN ticket o ON o.id = r.ticket_id
                       WHERE o.customer_id = t.customer_id AND r.asked_at > now() - make_interval(days => $3))
     ORDER BY t.resolved_at LIMIT ${BATCH}`,
    [from, to, rule.every_days],
  );
  for (const { id } of rows) {
    try {
      await inTransaction((tx) => ask(tx, id, rule));
    } catch (error) {
      // one that cannot be asked must not keep the others waiting
      log.error(
        { err: error, ticketId: id },
        'a customer was not asked for a rating; the next pass tries again',
      );
    }
  }
}

async function ask(tx: Tx, id: string, rule: Rule): Promise<void> {
  const ticket = await loadTicket(tx, id, true);
  if (!ticket) return;
  await lockCustomer(tx, ticket.customer_id);
  const now = new Date();
  const { resolved_at, first_reply_at, is_imported, ask_rating } = ticket;
  const facts = {
    ...{ resolved_at, first_reply_at, is_imported, is_spared: !ask_rating },
    ...(await askedBefore(tx, id, ticket.customer_id, resolved_at)),
    is_aside: ticket.deleted_at !== null || ticket.spam_at !== null || ticket.merged_into !== null,
  };
  if (!shallAsk(facts, rule, now)) return;
  const rating_id = newId();
  await tx.query(
    `INSERT INTO rating (id, ticket_id, resolved_at, agent_id, nonce, asked_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [rating_id, id, resolved_at, await lastAgent(tx, ticket), newNonce(), now],
  );
  const [event] = await writeTicket(tx, id, {}, [
    { type: 'rating.asked', data: { rating_id }, actorId: null },
  ]);
  const audience = {
    actorId: null,
    customerId: ticket.customer_id,
    assigneeId: ticket.assignee_id,
    imported: is_imported,
  };
  await mailNotices(tx, ticket, event!.id, noticesFor({ kind: 'rating' }, audience));
}

interface Before {
  asked_at: Date | null;
  answered_at: Date | null;
  last_asked_at: Date | null;
}

/** Whether this resolution was asked about or rated, and when its customer was asked last, about any. */
async function askedBefore(
  tx: Tx,
  ticketId: string,
  customerId: string,
  resolvedAt: Date | null,
): Promise<Before> {
  const { rows } = await tx.query<Before>(
    `SELECT max(r.asked_at) FILTER (WHERE this) AS asked_at, max(r.answered_at) FILTER (WHERE this) AS answered_at,
       max(r.asked_at) AS last_asked_at
     FROM rating r JOIN ticket t ON t.id = r.ticket_id
     CROSS JOIN LATERAL (SELECT r.ticket_id = $1 AND r.resolved_at = $3 AS this) AS l
     WHERE t.customer_id = $2`,
    [ticketId, customerId, resolvedAt],
  );
  return rows[0]!;
}
