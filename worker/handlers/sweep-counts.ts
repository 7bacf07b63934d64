import { countEverything } from '@/lib/commands/count-everything';
import { importUnderWay } from '@/lib/queries/import-under-way';

/** An import has the machine to itself; its end asks for this sweep once more. */
export async function handle(): Promise<void> {
  if (await importUnderWay()) return;
  await countEverything();
}
