import { sql } from '../db/transaction';
import { env } from '../env';

/** Imports that were asked for long enough ago that their own job should have run; after a day they are given up. */
export async function listLostImports(): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM import WHERE state = 'staged' AND created_at < now() - make_interval(secs => $1)
       AND created_at > now() - interval '1 day' ORDER BY created_at LIMIT 10`,
    [env().SWEEP_SECONDS],
  );
  return rows.map(({ id }) => id);
}
