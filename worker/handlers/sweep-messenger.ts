import { readMessenger } from '@/lib/commands/read-messenger';
import { sendMessenger } from '@/lib/commands/send-messenger';
import type { JobPayload } from '@/lib/jobs/definitions';

/** Echoes first: what they end need not be sent again. */
export async function handle(_payload: JobPayload<'sweep-messenger'>): Promise<void> {
  await readMessenger();
  await sendMessenger();
}
