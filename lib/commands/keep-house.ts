import { inTransaction, sql, type Tx } from '../db/transaction';
import { recordEvent } from '../events/record';
import { loadTicket } from '../queries/access-ticket';
import { emptyImport } from './steps/empty-import';
import { reopenLimit } from './steps/reopen-limit';
import { statusColumns } from './steps/status-columns';
import { writeTicket } from './steps/write-ticket';

/** Tickets closed in one pass; the next pass takes the rest. */
const BATCH = 200;

/**
 * What time alone does: resolved tickets close after their window, the trash is emptied after 30 days, and what has
 * served its purpose is forgotten. Age ends no unsolved work here: `autoClose` does, where admins want it.
 */
export async function keepHouse(): Promise<void> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM ticket WHERE status = 'RESOLVED' AND resolved_at < $1 ORDER BY resolved_at LIMIT ${BATCH}`,
    [await reopenLimit(sql)],
  );
  for (const { id } of rows) await inTransaction((tx) => closeResolved(tx, id));
  await inTransaction(emptyTrash);
  await sql.query(`DELETE FROM idempotency_key WHERE created_at < now() - interval '24 hours'`);
  await sql.query(`DELETE FROM email_code WHERE created_at < now() - interval '1 day'`);
  await sql.query(`DELETE FROM verification_token WHERE expires_at < now() - interval '1 day'`);
  await sql.query(`DELETE FROM session WHERE least(expires_at, revoked_at) < now() - interval '30 days'`);
  await sql.query('DELETE FROM rate_limit WHERE expire < extract(epoch FROM now()) * 1000');
  await sql.query(`DELETE FROM heartbeat WHERE beat_at < now() - interval '1 hour'`);
  await sql.query(
    `UPDATE ai_draft SET result = NULL, sources = '[]', input = '{}'
     WHERE created_at < now() - interval '30 days' AND (result IS NOT NULL OR input <> '{}')`,
  );
  await sql.query(`DELETE FROM message_draft WHERE updated_at < now() - interval '30 days'`);
  await sql.query(
    `DELETE FROM held_message WHERE state <> 'held' AND settled_at < now() - interval '30 days'`,
  );
  await sql.query(`DELETE FROM notice WHERE created_at < now() - interval '90 days'`);
  // what became a ticket stays with it; the rest has been looked at by now
  await sql.query(
    `DELETE FROM inbound_mail WHERE id IN (SELECT id FROM inbound_mail
       WHERE state IN ('ignored', 'quarantined') AND received_at < now() - interval '90 days' LIMIT ${BATCH})`,
  );
  // who looked at a website and never wrote
  await sql.query(
    `DELETE FROM visitor WHERE person_id IS NULL AND created_at < now() - interval '2 days'
       AND last_seen_at < now() - interval '30 days'`,
  );
  // undo is for days, not for ever
  await sql.query(`DELETE FROM bulk_act WHERE created_at < now() - interval '30 days'`);
  await forgetImports();
}

/** Ends what lay in the trash for 30 days. Its history goes with it, so the log keeps who deleted what. */
async function emptyTrash(tx: Tx): Promise<void> {
  const { rows } = await tx.query<{ number: number; deleted_by: string | null }>(
    `WITH old AS (
       SELECT id FROM ticket t WHERE deleted_at < now() - interval '30 days'
         AND NOT EXISTS (SELECT 1 FROM ticket f WHERE f.follow_up_of = t.id) LIMIT ${BATCH}
     )
     DELETE FROM ticket t USING old WHERE t.id = old.id
     RETURNING t.number, (SELECT e.actor_id FROM event e WHERE e.ticket_id = t.id AND e.type = 'ticket.deleted'
                          ORDER BY e.seq DESC LIMIT 1) AS deleted_by`,
  );
  if (rows.length > 0) await recordEvent(tx, 'trash.emptied', { tickets: rows }, null);
}

/** Locks, asks again (the customer may have answered just now), closes. */
async function closeResolved(tx: Tx, id: string): Promise<void> {
  const ticket = await loadTicket(tx, id, true);
  if (ticket?.status !== 'RESOLVED') return;
  await writeTicket(tx, id, statusColumns('RESOLVED', 'CLOSED', new Date()), [
    { type: 'status.changed', data: { from: 'RESOLVED', to: 'CLOSED', by_hand: false }, actorId: null },
  ]);
}

/** Files that nobody went on with, and rows that did not pass long ago; what was imported stays known. */
async function forgetImports(): Promise<void> {
  const left = `state IN ('uploading', 'mapping', 'checking', 'checked', 'failed')`;
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM import i WHERE (${left} AND updated_at < now() - interval '7 days')
       OR (state IN ('done', 'undone') AND updated_at < now() - interval '30 days'
           AND EXISTS (SELECT 1 FROM import_error e WHERE e.import_id = i.id)) LIMIT 20`,
  );
  for (const { id } of rows) {
    await emptyImport(id, ['import_row', 'import_chunk', 'import_error']);
    await sql.query(`DELETE FROM import WHERE id = $1 AND ${left}`, [id]);
  }
}
