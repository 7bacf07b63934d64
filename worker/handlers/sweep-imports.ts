import type { JobPayload } from '@/lib/jobs/definitions';
import { listLostImports } from '@/lib/queries/list-lost-imports';
import { handle as runImport } from './run-import';

export async function handle(_payload: JobPayload<'sweep-imports'>): Promise<void> {
  for (const import_id of await listLostImports()) await runImport({ import_id });
}
