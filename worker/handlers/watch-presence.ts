import { followPlans } from '@/lib/commands/follow-plans';
import { watchPresence } from '@/lib/commands/watch-presence';

export async function handle(): Promise<void> {
  await followPlans();
  await watchPresence();
}
