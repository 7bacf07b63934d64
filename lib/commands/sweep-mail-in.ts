import { sql } from '../db/transaction';

/**
 * Lets go of what a door began to take and never told its sender that it has: he sends it again. Its bytes, if there
 * are any, leave the store with the row.
 */
export async function sweepMailIn(): Promise<void> {
  await sql.query(
    `DELETE FROM inbound_mail WHERE id IN (SELECT id FROM inbound_mail
       WHERE state = 'receiving' AND received_at < now() - interval '1 hour' LIMIT 200)`,
  );
}
