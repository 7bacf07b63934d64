import { sql } from '../db/transaction';
import { MAIL_DOOR_KEY, sendAnswer } from '../email/hand-in';
import { readMail } from '../email/read-mail';
import { env } from '../env';
import { Conflict, NotFound, Unavailable } from '../errors';
import { accessMailbox } from '../queries/access-mailbox';
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
  const { rows } = await sql.query<{ recipient: string; raw: string; door: string | null }>(
    `SELECT recipient, raw, (SELECT value #>> '{}' FROM setting WHERE key = $2) AS door FROM caught_mail WHERE id = $1`,
    [id, MAIL_DOOR_KEY],
  );
  const [caught] = rows;
  if (!caught) throw new NotFound();
  const mail = await readMail(caught.raw);
  if (mail.replyTo === null) throw new Conflict('not_answerable', 'This mail cannot be answered.');
  const door = env().MAIL_IN_SMTP ? `smtp://${env().MAIL_IN_SMTP}` : caught.door;
  const of = (name: string) => mail.headers.find((header) => header.name === name)?.value ?? '';
  try {
    if (!door) throw new Error('no door');
    await sendAnswer(door, {
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
