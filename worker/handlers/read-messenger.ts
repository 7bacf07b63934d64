import { readMessenger } from '@/lib/commands/read-messenger';
import type { JobPayload } from '@/lib/jobs/definitions';

export async function handle(_payload: JobPayload<'read-messenger'>): Promise<void> {
  await readMessenger();
}
