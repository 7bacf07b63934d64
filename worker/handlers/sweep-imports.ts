import { runImport } from '@/lib/commands/run-import';
import { sql } from '@/lib/db/transaction';
import { env } from '@/lib/env';
import type { JobPayload } from '@/lib/jobs/definitions';

/** What was asked for long enough ago that its own job should have begun; after a day it is given up. */
export async function handle(_payload: JobPayload<'sweep-imports'>): Promise<void> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM import WHERE state = 'staged' AND created_at < now() - make_interval(secs => $1)
       AND created_at > now() - interval '1 day' ORDER BY created_at LIMIT 10`,
    [env().SWEEP_SECONDS],
  );
  for (const { id } of rows) await runImport(id);
}
