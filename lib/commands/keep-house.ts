import { inTransaction, sql, type Tx } from '../db/transaction';
import { env } from '../env';
import { loadTicket } from '../queries/access-ticket';
import { statusColumns } from './steps/status-columns';
import { writeTicket } from './steps/write-ticket';

/** Tickets closed in one pass; the next pass takes the rest. */
const BATCH = 200;

/**
 * What time alone does: resolved tickets close after their window, the trash is emptied after 30 days, and what has
 * served its purpose is forgotten. Age never ends unsolved work.
 */
export async function keepHouse(): Promise<void> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM ticket WHERE status = 'RESOLVED' AND resolved_at < now() - make_interval(secs => $1) ORDER BY resolved_at LIMIT ${BATCH}`,
    [env().RESOLVED_WINDOW_DAYS * 86_400],
  );
  for (const { id } of rows) await inTransaction((tx) => closeResolved(tx, id));
  await sql.query(`DELETE FROM ticket WHERE id IN (
    SELECT id FROM ticket t WHERE deleted_at < now() - interval '30 days'
      AND NOT EXISTS (SELECT 1 FROM ticket f WHERE f.follow_up_of = t.id) LIMIT ${BATCH})`);
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
  await sql.query(
    `DELETE FROM import_row WHERE import_id IN (SELECT id FROM import WHERE finished_at < now() - interval '1 day')`,
  );
}

/** Locks, asks again (the customer may have answered just now), closes. */
async function closeResolved(tx: Tx, id: string): Promise<void> {
  const ticket = await loadTicket(tx, id, true);
  if (ticket?.status !== 'RESOLVED') return;
  await writeTicket(tx, id, statusColumns('RESOLVED', 'CLOSED', new Date()), [
    { type: 'status.changed', data: { from: 'RESOLVED', to: 'CLOSED', by_hand: false }, actorId: null },
  ]);
}
