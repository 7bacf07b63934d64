import { sql } from '../db/transaction';
import { env } from '../env';

/** Imports with a step due that nobody has moved for longer than its job would take to come; after a day they are given up. */
export async function listLostImports(): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM import WHERE state IN ('checking', 'staged', 'undoing')
       AND updated_at < now() - make_interval(secs => $1) AND updated_at > now() - interval '1 day'
     ORDER BY created_at LIMIT 10`,
    [env().SWEEP_SECONDS],
  );
  return rows.map(({ id }) => id);
}
