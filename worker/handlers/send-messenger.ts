import { sendMessenger } from '@/lib/commands/send-messenger';
import type { JobPayload } from '@/lib/jobs/definitions';

export async function handle(_payload: JobPayload<'send-messenger'>): Promise<void> {
  await sendMessenger();
}
