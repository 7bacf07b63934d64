import { wakeTicket } from '@/lib/commands/wake-due';
import type { JobPayload } from '@/lib/jobs/definitions';

export async function handle({ ticket_id }: JobPayload<'wake-ticket'>): Promise<void> {
  // the queue's clock is not the database's; tried again, it has caught up
  if ((await wakeTicket(ticket_id)) === 'early') throw new Error('a snoozed ticket is not due yet');
}
