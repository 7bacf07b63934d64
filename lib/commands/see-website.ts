import { sql } from '../db/transaction';

/**
 * A page asked for this website's launcher: admins see by it that the line stands there. No finer than a minute, so
 * that a busy website writes nothing most of the time. No event: nobody did anything.
 */
export async function seeWebsite(id: string): Promise<void> {
  await sql.query(
    `UPDATE widget SET first_seen_at = coalesce(first_seen_at, now()), last_seen_at = now()
     WHERE id = $1 AND (last_seen_at IS NULL OR last_seen_at < now() - interval '1 minute')`,
    [id],
  );
}
