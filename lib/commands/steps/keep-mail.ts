import { createHash, randomBytes } from 'node:crypto';
import { HEAVY_MAIL } from '../../channels/email/mail-limits';
import { newId } from '../../clock';
import { sql } from '../../db/transaction';
import { headerText } from '../../email/header-text';
import { Unavailable } from '../../errors';
import { fileStore, storeTrouble } from '../../files/store';
import { addJobs } from '../../jobs/queue';
import type { MailReason } from '../../rules/mail-states';

export interface IncomingMail {
  mailboxId: string;
  door: 'smtp' | 'webhook' | 'imap';
  /** What the door knows this delivery by, so that a repeat is not kept twice; null when it has nothing. */
  doorKey: string | null;
  raw: Uint8Array;
  /** Sender of the envelope; '' for none, null when the door does not tell. */
  returnPath: string | null;
  /** To whom the envelope says it goes. */
  recipients: readonly string[];
  /** It is not here as a whole, and will not be: `raw` is as much of it as there is. Nobody reads it. */
  aside?: MailAside;
}

interface MailAside {
  state: 'quarantined' | 'failed';
  reason: MailReason;
  /** Of the whole mail, as its server says. */
  size: number;
  detail: string | null;
  sender: string | null;
  subject: string;
}

/**
 * Keeps a mail as it came, before anybody looks at it: the row, then the bytes, then the word that they are all there.
 * Only after that may a door say that it has it. The worker reads it when it likes.
 *
 * @returns the mail's id; `isNew` is false when this delivery is known.
 * @throws Unavailable when it cannot be kept now; the sender tries again, and what was begun is swept.
 */
export async function keepMail(mail: IncomingMail): Promise<{ id: string; isNew: boolean }> {
  const id = newId();
  const key = randomBytes(20).toString('hex');
  const sha256 = createHash('sha256').update(mail.raw).digest('hex');
  if (mail.aside) {
    const before = await asideBefore(mail, sha256);
    if (before) return { id: before, isNew: false };
  }
  const { rowCount } = await sql.query(
    `INSERT INTO inbound_mail (id, mailbox_id, door, door_key, storage_key, size, sha256, return_path, recipients)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (mailbox_id, door_key) DO NOTHING`,
    [
      ...[id, mail.mailboxId, mail.door, mail.doorKey, key, mail.raw.byteLength],
      sha256,
      mail.returnPath?.replaceAll('\0', '').slice(0, 320) ?? null,
      mail.recipients
        .slice(0, 100)
        .map((address) => address.replaceAll('\0', '').toLowerCase().slice(0, 320)),
    ],
  );
  if (rowCount === 0) return { id: await known(mail), isNew: false };
  try {
    await (await fileStore()).put(key, one(mail.raw));
  } catch (error) {
    await sql.query('DELETE FROM inbound_mail WHERE id = $1', [id]);
    throw storeTrouble(error);
  }
  if (!(await (mail.aside ? putAside(id, mail.aside) : putInLine(id)))) throw beingTaken();
  if (mail.aside) return { id, isNew: true };
  // nobody waits for the queue: without the job, a sweep reads it soon
  const canWait = mail.raw.byteLength > HEAVY_MAIL;
  void addJobs([{ name: 'read-mail', payload: { inbound_id: id }, id: `${id}-read`, canWait }]).catch(
    () => {},
  );
  return { id, isNew: true };
}

/**
 * The same delivery, for a second time. One that was begun and not ended is let go after two minutes; of IMAP at once,
 * for there one fetches at a time, and whoever began is gone.
 */
async function known({ mailboxId, doorKey, door }: IncomingMail): Promise<string> {
  const place = [mailboxId, doorKey];
  await sql.query(
    `DELETE FROM inbound_mail WHERE mailbox_id = $1 AND door_key = $2 AND state = 'receiving'
       AND received_at < now() - make_interval(mins => $3)`,
    [...place, door === 'imap' ? 0 : 2],
  );
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM inbound_mail WHERE mailbox_id = $1 AND door_key = $2 AND state <> 'receiving'`,
    place,
  );
  if (!rows[0]) throw beingTaken();
  return rows[0].id;
}

const beingTaken = () => new Unavailable('This mail is just being taken. Try again in a while.');

/** From here on it is kept, and is read. False when it took so long that another one let go of it: it is not here. */
async function putInLine(id: string): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE inbound_mail SET state = 'received' WHERE id = $1 AND state = 'receiving'`,
    [id],
  );
  return rowCount === 1;
}

/** The same one under another number: its folder was numbered anew. */
async function asideBefore({ mailboxId, raw }: IncomingMail, sha256: string): Promise<string | null> {
  if (raw.byteLength === 0) return null;
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM inbound_mail WHERE mailbox_id = $1 AND sha256 = $2 AND reason = 'too_large' LIMIT 1`,
    [mailboxId, sha256],
  );
  return rows[0]?.id ?? null;
}

/** Kept as well, and read by nobody. False as above. */
async function putAside(
  id: string,
  { state, reason, size, detail, sender, subject }: MailAside,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE inbound_mail SET state = $2, reason = $3, size = $4, detail = $5, sender = $6, subject = $7,
       settled_at = now() WHERE id = $1 AND state = 'receiving'`,
    [
      ...[id, state, reason, Math.min(size, 2 ** 31 - 1), detail],
      ...[sender && headerText(sender, 320), headerText(subject, 500)],
    ],
  );
  return rowCount === 1;
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
