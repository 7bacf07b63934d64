import { runImport } from '@/lib/commands/run-import';
import type { JobPayload } from '@/lib/jobs/definitions';

export async function handle({ import_id }: JobPayload<'run-import'>): Promise<void> {
  await runImport(import_id);
}
