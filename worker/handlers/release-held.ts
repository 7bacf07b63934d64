import { releaseHeld } from '@/lib/commands/release-held';
import type { JobPayload } from '@/lib/jobs/definitions';

export async function handle({ held_id }: JobPayload<'release-held'>): Promise<void> {
  // the queue's clock is not the database's; tried again, it has caught up
  if ((await releaseHeld(held_id)) === 'early') throw new Error('a held message is not due yet');
}
