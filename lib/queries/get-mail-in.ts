import { parseMail, Unreadable } from '../channels/email/parse-mail';
import { sql } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { readFile } from '../files/read-file';
import { type Actor, isStaff, may } from '../rules/permissions';
import type { MailInDetailDto, OriginalMailDto } from '../schemas/email-channel';
import { accessTicket } from './access-ticket';
import { type MailInRow, mailInRows, presentMailIn } from './list-mails-in';

/** Characters of a mail that is shown as it came. */
const SHOWN = 100_000;

/** One mail that came in, taken apart once more from its raw bytes. @throws NotFound; Unavailable. */
export async function getMailIn(actor: Actor, id: string): Promise<MailInDetailDto> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  const { rows } = await sql.query<
    MailInRow & { storage_key: string; return_path: string | null; recipients: string[] }
  >(`${mailInRows.replace('SELECT', 'SELECT i.storage_key, i.return_path, i.recipients,')} WHERE i.id = $1`, [
    id,
  ]);
  const [row] = rows;
  if (!row) throw new NotFound();
  const { storage_key, return_path, recipients, ...rest } = row;
  return { ...presentMailIn(rest), return_path, recipients, ...(await read(storage_key)) };
}

/** The raw bytes of a mail. @throws NotFound; Unavailable. */
export async function getRawMail(actor: Actor, id: string): Promise<Buffer> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  const { rows } = await sql.query<{ storage_key: string }>(
    `SELECT storage_key FROM inbound_mail WHERE id = $1 AND state <> 'receiving'`,
    [id],
  );
  const raw = rows[0] && (await readFile(rows[0].storage_key));
  if (!raw) throw new NotFound();
  return raw;
}

/** The whole mail that a message came by, for staff who may read its ticket. @throws NotFound. */
export async function getOriginalMail(actor: Actor, messageId: string): Promise<OriginalMailDto> {
  if (!isStaff(actor.role)) throw new Forbidden();
  const { rows } = await sql.query<{
    storage_key: string;
    sender: string | null;
    subject: string;
    received_at: Date;
    thread: string;
  }>(
    `SELECT i.storage_key, i.sender, i.subject, i.received_at, m.ticket_id AS thread
     FROM inbound_mail i JOIN message m ON m.id = i.message_id
     WHERE i.message_id = $1 AND i.reason IS DISTINCT FROM 'bounce' AND m.removed_at IS NULL LIMIT 1`,
    [messageId],
  );
  const [row] = rows;
  if (!row) throw new NotFound();
  await accessTicket(sql, actor, row.thread, 'ticket.read');
  const { sender, subject, received_at } = row;
  const { text } = await read(row.storage_key);
  return { text, sender, subject, received_at: received_at.toISOString() };
}

async function read(key: string): Promise<Pick<MailInDetailDto, 'headers' | 'text'>> {
  const raw = await readFile(key);
  if (!raw) return { headers: [], text: '' };
  try {
    const { headers, text } = await parseMail(raw);
    return { headers, text: text.slice(0, SHOWN) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { headers: [], text: raw.toString('utf8', 0, SHOWN).replaceAll('\0', '\ufffd') };
  }
}
