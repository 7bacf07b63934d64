import { sendPushes } from '@/lib/commands/send-pushes';
import type { JobPayload } from '@/lib/jobs/definitions';

export async function handle(_payload: JobPayload<'send-pushes'>): Promise<void> {
  await sendPushes();
}
