import { processMails } from '@/lib/commands/process-mails';
import { sweepMailIn } from '@/lib/commands/sweep-mail-in';

export async function handle(): Promise<void> {
  await processMails();
  await sweepMailIn();
}
