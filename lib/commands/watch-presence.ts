import { inTransaction, sql } from '../db/transaction';
import { ALIVE_SECONDS } from '../heartbeat';
import { log } from '../log';
import { loadTicket } from '../queries/access-ticket';
import { getSettings } from '../queries/get-settings';
import { leftUnanswered, leftUnopened, type Reason } from '../rules/routing-reason';
import { setAssignee } from './steps/set-assignee';
import { settleLiveness } from './steps/settle-liveness';

/** What time does to presence: graces end, and what nobody began or opened comes back to the queue. Runs every few seconds. */
export async function watchPresence(): Promise<void> {
  await closeDead();
  await inTransaction((tx) => settleLiveness(tx));
  const { presence, claim_return_minutes } = await getSettings();
  await giveBackAll(UNANSWERED, presence.handover_minutes, leftUnanswered);
  await giveBackAll(UNOPENED, claim_return_minutes, leftUnopened);
}

/** What a killed process left open was true until it was missed. Also what is of use to nobody any more is forgotten. */
async function closeDead(): Promise<void> {
  await sql.query(
    `UPDATE person_connection c SET closed_at = h.beat_at + interval '${ALIVE_SECONDS} seconds' FROM heartbeat h
     WHERE h.process = c.process AND c.closed_at IS NULL
       AND h.beat_at < now() - interval '${ALIVE_SECONDS} seconds'`,
  );
  // the last one of each person stays: it says that he had a line
  await sql.query(
    `DELETE FROM person_connection c WHERE closed_at < now() - interval '1 day' AND EXISTS (
       SELECT 1 FROM person_connection newer WHERE newer.person_id = c.person_id
         AND coalesce(newer.closed_at, 'infinity') > c.closed_at)`,
  );
}

/** As many at a time; the next watch is a few seconds away. */
const BATCH = 200;

/** Of somebody's tickets: not begun, not put off, and no answer on its way. `$1`: the minutes. */
const NOT_BEGUN = `FROM ticket t JOIN person p ON p.id = t.assignee_id
  WHERE t.status = 'ASSIGNED' AND t.snoozed_until IS NULL AND t.deleted_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM held_message h WHERE h.ticket_id = t.id AND h.state = 'held')`;

/**
 * Tickets that routing gave to somebody who is not there (product 2.9). Running conversations stay with him, and so
 * does what he took himself.
 */
const UNANSWERED = `${NOT_BEGUN} AND t.routing_reason ->> 'code' = 'given' AND p.intent <> 'busy'
    AND (p.lost_at IS NOT NULL OR NOT p.is_available)
    AND coalesce(p.lost_at, p.availability_changed_at) <= now() - make_interval(mins => $1)`;

/** Tickets that somebody took and has not looked at (product 2.8), there or not. */
const UNOPENED = `${NOT_BEGUN} AND t.routing_reason ->> 'code' = 'taken' AND t.assigned_at <= now() - make_interval(mins => $1)
    AND NOT EXISTS (SELECT 1 FROM ticket_read r WHERE r.ticket_id = t.id AND r.person_id = t.assignee_id)`;

type Reasoned = (name: string, minutes: number) => Reason;

/** @param minutes null: the workspace does not want it. */
async function giveBackAll(which: string, minutes: number | null, why: Reasoned): Promise<void> {
  if (minutes === null) return;
  const { rows } = await sql.query<{ id: string }>(`SELECT t.id ${which} ORDER BY t.id LIMIT ${BATCH}`, [
    minutes,
  ]);
  for (const { id } of rows) {
    try {
      await giveBack(id, which, minutes, why);
    } catch (error) {
      // one that cannot go back must not keep the others
      log.error(
        { err: error, ticketId: id },
        'a ticket did not go back to the queue; the next watch tries again',
      );
    }
  }
}

/** Locks the ticket, asks again (its agent may be back, or have answered), and gives it back. */
function giveBack(id: string, which: string, minutes: number, why: Reasoned): Promise<void> {
  return inTransaction(async (tx) => {
    const ticket = await loadTicket(tx, id, true);
    const { rows } = await tx.query<{ name: string }>(`SELECT p.name ${which} AND t.id = $2`, [minutes, id]);
    if (!ticket || !rows[0]) return;
    await setAssignee(tx, ticket, null, { actorId: null, reason: why(rows[0].name, minutes) });
  });
}
