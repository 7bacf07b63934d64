import { inTransaction } from '../db/transaction';
import { sendLetter } from '../email/hand-in';
import { Unavailable } from '../errors';
import { getMailDoor } from '../queries/get-mail-door';
import { labCustomer } from '../queries/lab-mail';
import type { SendLabMailInput } from '../schemas/lab-mail';
import { labMailbox } from './steps/lab-mailbox';

/**
 * A customer of the lab writes to the house, by SMTP through its own door. The first one brings the mailbox.
 *
 * @throws Invalid `customer`; Conflict `mailbox_off`; Unavailable when no worker takes
 *   mail.
 */
export async function sendLabMail(input: SendLabMailInput): Promise<{ to: string }> {
  const { name, email } = labCustomer(input.customer);
  const [to, door] = [await inTransaction(labMailbox), await getMailDoor()];
  if (!door) throw new Unavailable('Nobody takes mail here just now. Is a worker running?');
  await sendLetter(door, {
    ...{ from: { name, address: email }, to, subject: input.subject, text: input.body },
  }).catch(() => {
    throw new Unavailable('The mail was not taken. Is a worker running, and the mailbox in use?');
  });
  return { to };
}
