import { sql } from '../db/transaction';
import { sendLetter } from '../email/hand-in';
import { readMail } from '../email/read-mail';
import { Conflict, NotFound, Unavailable } from '../errors';
import { accessMailbox } from '../queries/access-mailbox';
import { getMailDoor } from '../queries/get-mail-door';
import type { Role } from '../schemas/values';

/**
 * Answers a caught mail as its reader would, by SMTP through the house's own door: for trying things out, while no mail
 * leaves this machine.
 *
 * @throws NotFound as the mailbox page; Conflict `not_answerable` for a mail without an address to answer to;
 *   Unavailable when no worker takes mail.
 */
export async function answerCaughtMail(role: Role | null, id: string, text: string): Promise<{ to: string }> {
  accessMailbox(role);
  const { rows } = await sql.query<{ recipient: string; raw: string }>(
    'SELECT recipient, raw FROM caught_mail WHERE id = $1',
    [id],
  );
  const [caught] = rows;
  if (!caught) throw new NotFound();
  const mail = await readMail(caught.raw);
  if (mail.replyTo === null) throw new Conflict('not_answerable', 'This mail cannot be answered.');
  const door = await getMailDoor();
  const of = (name: string) => mail.headers.find((header) => header.name === name)?.value ?? '';
  try {
    if (!door) throw new Error('no door');
    await sendLetter(door, {
      ...{
        from: caught.recipient,
        to: mail.replyTo,
        subject: `Re: ${mail.subject}`,
        inReplyTo: of('message-id'),
      },
      references: `${of('references')} ${of('message-id')}`.trim(),
      text: `${text}\n\nOn ${of('date')}, ${mail.from} wrote:\n${mail.text.replace(/^/gm, '> ')}\n`,
    });
  } catch {
    throw new Unavailable('Nobody takes mail here just now. Is a worker running, and the mailbox in use?');
  }
  return { to: mail.replyTo };
}
