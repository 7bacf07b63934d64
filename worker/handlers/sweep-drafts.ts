import { endLostDrafts } from '@/lib/commands/end-lost-drafts';
import type { JobPayload } from '@/lib/jobs/definitions';

export async function handle(_payload: JobPayload<'sweep-drafts'>): Promise<void> {
  await endLostDrafts();
}
