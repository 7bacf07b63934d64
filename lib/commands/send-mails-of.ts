import { sendNextMail } from './steps/send-next-mail';

/** Sends the mails that one event queued, each once. What fails waits in the ledger for {@link sendDueMails}. */
export async function sendMailsOf(eventId: string): Promise<void> {
  while ((await sendNextMail(eventId)) === 'done');
}
