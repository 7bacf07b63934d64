import { relaxWaiting } from '@/lib/commands/relax-waiting';

export async function handle(): Promise<void> {
  await relaxWaiting();
}
