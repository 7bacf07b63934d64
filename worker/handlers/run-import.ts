import { checkImport } from '@/lib/commands/check-import';
import { runImport } from '@/lib/commands/run-import';
import { undoImport } from '@/lib/commands/undo-import';
import type { JobPayload } from '@/lib/jobs/definitions';
import { importStep } from '@/lib/queries/import-step';

const steps = { check: checkImport, run: runImport, undo: undoImport };

/** Does the step that is due, and the one after it: a file may be imported as soon as it is checked. */
export async function handle({ import_id }: JobPayload<'run-import'>): Promise<void> {
  const step = await importStep(import_id);
  if (!step) return;
  await steps[step](import_id);
  if (step === 'check' && (await importStep(import_id)) === 'run') await runImport(import_id);
}
