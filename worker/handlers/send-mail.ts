import { sendMailsOf } from '@/lib/commands/send-mails-of';
import type { JobPayload } from '@/lib/jobs/definitions';

export async function handle(payload: JobPayload<'send-mail'>): Promise<void> {
  await sendMailsOf(payload.event_id);
}
