import { sql } from '../db/transaction';

/** What a page that is open is noted by, at most so often: told anew every 15 seconds, or when it opens. */
const EVERY_SECONDS = 20;

/** A web process says which visitors' pages it holds a line to at this moment. Who is not named is forgotten by time. */
export async function noteVisitors(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql.query(
    `UPDATE visitor SET last_seen_at = now()
     WHERE id = ANY($1::uuid[]) AND last_seen_at < now() - interval '${EVERY_SECONDS} seconds'`,
    [ids],
  );
}
