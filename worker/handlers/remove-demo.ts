import { countEverything } from '@/lib/commands/count-everything';
import { removeDemo } from '@/lib/commands/remove-demo';

/** Takes the example data out, and out of the reports. */
export async function handle(): Promise<void> {
  await removeDemo();
  await countEverything();
}
