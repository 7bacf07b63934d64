import { queueDigests } from '@/lib/commands/queue-digests';
import type { JobPayload } from '@/lib/jobs/definitions';

export async function handle(_payload: JobPayload<'sweep-digests'>): Promise<void> {
  await queueDigests();
}
