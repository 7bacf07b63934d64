import { sendDueMails } from '@/lib/commands/send-due-mails';
import { closePool } from '@/lib/db/pool';
import { startMailOut } from '@/lib/email/start';

/** A worker reduced to its mail: sends what is due to SMTP_URL, then ends. For tests that kill it in between. */
const mailOut = await startMailOut();
await sendDueMails();
await mailOut.stop();
await closePool();
process.exit(0);
