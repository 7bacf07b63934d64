import { runImport } from '@/lib/commands/run-import';
import type { JobPayload } from '@/lib/jobs/definitions';
import { listLostImports } from '@/lib/queries/list-lost-imports';

export async function handle(_payload: JobPayload<'sweep-imports'>): Promise<void> {
  for (const id of await listLostImports()) await runImport(id);
}
