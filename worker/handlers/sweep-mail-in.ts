import { processMails } from '@/lib/commands/process-mails';
import { sweepMailIn } from '@/lib/commands/sweep-mail-in';
import { tellMailboxAlarms } from '@/lib/commands/tell-mailbox-alarms';

export async function handle(): Promise<void> {
  await tellMailboxAlarms();
  await processMails();
  await sweepMailIn();
}
