import { countEverything } from '@/lib/commands/count-everything';

export async function handle(): Promise<void> {
  await countEverything();
}
