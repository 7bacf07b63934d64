import { inTransaction, type Tx } from '../db/transaction';
import { recordEvent } from '../events/record';
import { workedOn } from './steps/worked-on';

/** Conversations of one transaction. */
const BATCH = 500;

interface Undone {
  removed: number;
  kept: number;
  customers: number;
  /** The span of what was removed, for who counts by day. */
  oldest_at?: string | null;
  newest_at?: string | null;
}

/**
 * Takes an import back: its conversations that nobody has worked on since go, with all they had; the others stay. Then
 * its customers go who have nothing else. A batch is one transaction, found by what is still there, so that a killed
 * run simply goes on. What joined a conversation of an earlier import stays there.
 */
export async function undoImport(importId: string): Promise<void> {
  for (let after: string | null = null; ; ) {
    after = await inTransaction((tx) => removeTickets(tx, importId, after));
    if (after === null) break;
  }
  for (let after: string | null = null; ; ) {
    after = await inTransaction((tx) => removeCustomers(tx, importId, after));
    if (after === null) break;
  }
  await inTransaction((tx) => finish(tx, importId));
}

/** Null when this import is not being undone (any more). */
async function lockImport(tx: Tx, importId: string): Promise<Undone | null> {
  const { rows } = await tx.query<{ state: string; undo: Undone | null }>(
    'SELECT state, undo FROM import WHERE id = $1 FOR UPDATE',
    [importId],
  );
  if (rows[0]?.state !== 'undoing') return null;
  return rows[0].undo ?? { removed: 0, kept: 0, customers: 0 };
}

/** Removes what may go of the next conversations; answers where to go on, or null at the end. */
async function removeTickets(tx: Tx, importId: string, after: string | null): Promise<string | null> {
  const undone = await lockImport(tx, importId);
  if (!undone) return null;
  const { rows: batch } = await tx.query<{ ticket_id: string }>(
    `SELECT ticket_id FROM import_ticket WHERE import_id = $1 AND ($2::uuid IS NULL OR ticket_id > $2)
     ORDER BY ticket_id LIMIT ${BATCH}`,
    [importId, after],
  );
  if (batch.length === 0) return null;
  const ids = batch.map(({ ticket_id }) => ticket_id);
  // first the locks, then the question: who is answering one of them just now is waited for, and seen
  await tx.query('SELECT 1 FROM ticket WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids]);
  const { rows } = await tx.query<{ removed: number; oldest_at: Date | null; newest_at: Date | null }>(
    `WITH gone AS (
       DELETE FROM ticket t USING import_ticket it
       WHERE it.ticket_id = t.id AND t.id = ANY($1::uuid[]) AND NOT ${workedOn('t.id', 'it.last_seq')}
         AND NOT EXISTS (SELECT 1 FROM ticket f WHERE f.follow_up_of = t.id)
       RETURNING it.oldest_at, it.newest_at
     )
     SELECT count(*) AS removed, min(oldest_at) AS oldest_at, max(newest_at) AS newest_at FROM gone`,
    [ids],
  );
  const { removed, oldest_at, newest_at } = rows[0]!;
  const next: Undone = {
    ...undone,
    removed: undone.removed + removed,
    oldest_at: earlier(undone.oldest_at, oldest_at),
    newest_at: later(undone.newest_at, newest_at),
  };
  await tx.query(
    'UPDATE import SET undo = $2, progress = least(total, progress + $3), updated_at = now() WHERE id = $1',
    [importId, JSON.stringify(next), ids.length],
  );
  return ids.at(-1)!;
}

/** ISO times of one length compare as texts. */
const earlier = (a: string | null | undefined, b: Date | null): string | null =>
  [a, b?.toISOString()].filter((time): time is string => Boolean(time)).sort()[0] ?? null;
const later = (a: string | null | undefined, b: Date | null): string | null =>
  [a, b?.toISOString()]
    .filter((time): time is string => Boolean(time))
    .sort()
    .at(-1) ?? null;

/** Customers whom this import made and who have nothing else: no ticket, no word, no login, no change of theirs. */
async function removeCustomers(tx: Tx, importId: string, after: string | null): Promise<string | null> {
  const undone = await lockImport(tx, importId);
  if (!undone) return null;
  const { rows } = await tx.query<{ person_id: string }>(
    `SELECT person_id FROM import_person WHERE import_id = $1 AND ($2::uuid IS NULL OR person_id > $2)
     ORDER BY person_id LIMIT ${BATCH}`,
    [importId, after],
  );
  if (rows.length === 0) return null;
  const ids = rows.map(({ person_id }) => person_id);
  const { rowCount } = await tx.query(
    `DELETE FROM person p WHERE p.id = ANY($1::uuid[]) AND p.role = 'customer' AND p.password_hash IS NULL
       AND p.google_subject IS NULL AND p.updated_at = p.created_at
       AND NOT EXISTS (SELECT 1 FROM ticket t WHERE t.customer_id = p.id)
       AND NOT EXISTS (SELECT 1 FROM message m JOIN ticket t ON t.id = m.ticket_id WHERE m.author_id = p.id)
       AND NOT EXISTS (SELECT 1 FROM session s WHERE s.person_id = p.id)`,
    [ids],
  );
  const next = { ...undone, customers: undone.customers + (rowCount ?? 0) };
  await tx.query('UPDATE import SET undo = $2, updated_at = now() WHERE id = $1', [
    importId,
    JSON.stringify(next),
  ]);
  return ids.at(-1)!;
}

async function finish(tx: Tx, importId: string): Promise<void> {
  const undone = await lockImport(tx, importId);
  if (!undone) return;
  const { rows } = await tx.query<{ kept: number; created_by: string | null }>(
    `SELECT (SELECT count(*) FROM import_ticket it WHERE it.import_id = i.id) AS kept, i.created_by FROM import i WHERE id = $1`,
    [importId],
  );
  const { kept } = rows[0]!;
  await tx.query(
    `UPDATE import SET state = 'undone', undo = $2, progress = total, updated_at = now() WHERE id = $1`,
    [importId, JSON.stringify({ ...undone, kept })],
  );
  const { removed, customers, oldest_at = null, newest_at = null } = undone;
  await recordEvent(tx, 'import.undone', {
    import_id: importId,
    removed,
    kept,
    customers,
    oldest_at,
    newest_at,
  });
}
