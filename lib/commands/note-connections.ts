import { inTransaction } from '../db/transaction';
import { settleLiveness } from './steps/settle-liveness';

/**
 * A web process says whose sockets it holds at this moment. Told again it changes nothing, so what was lost on the way
 * is told again. Who comes back after he was missed gets work at once.
 */
export function noteConnections(process: string, personIds: readonly string[]): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.query(
      `UPDATE person_connection SET closed_at = now()
       WHERE process = $1 AND closed_at IS NULL AND person_id <> ALL($2::uuid[])`,
      [process, personIds],
    );
    const { rows } = await tx.query<{ person_id: string }>(
      `INSERT INTO person_connection (person_id, process)
       SELECT p.id, $1 FROM unnest($2::uuid[]) AS one (id) JOIN person p USING (id) ORDER BY p.id
       ON CONFLICT (person_id, process) DO UPDATE SET opened_at = now(), closed_at = NULL
         WHERE person_connection.closed_at IS NOT NULL
       RETURNING person_id`,
      [process, personIds],
    );
    const opened = rows.map(({ person_id }) => person_id);
    if (opened.length > 0) await settleLiveness(tx, opened);
  });
}
