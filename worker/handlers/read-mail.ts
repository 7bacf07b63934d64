import { processMails } from '@/lib/commands/process-mails';
import type { JobPayload } from '@/lib/jobs/definitions';

export async function handle({ inbound_id }: JobPayload<'read-mail'>): Promise<void> {
  await processMails(inbound_id);
}
