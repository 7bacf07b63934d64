import { sendDueMails } from '@/lib/commands/send-due-mails';
import type { JobPayload } from '@/lib/jobs/definitions';

export async function handle(_payload: JobPayload<'sweep-mail'>): Promise<void> {
  await sendDueMails();
}
