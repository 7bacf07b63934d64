import { mailUnreadChats } from '@/lib/commands/mail-unread-chats';
import { sendMailsOf } from '@/lib/commands/send-mails-of';
import type { JobPayload } from '@/lib/jobs/definitions';

export async function handle(_payload: JobPayload<'sweep-chats'>): Promise<void> {
  // what does not leave here waits in the ledger
  for (const eventId of await mailUnreadChats()) await sendMailsOf(eventId);
}
