import type { ImapFolder, MailInFolder } from '../channels/email/imap-folder';
import { MAX_MAIL } from '../channels/email/mail-limits';
import { MailServerTrouble } from '../channels/email/server-trouble';
import { countStuck, holdSource, type ImapSource, moveCursor, SourceLost } from './steps/imap-source';
import { keepMail } from './steps/keep-mail';

/** Tries of one mail that its server lists and does not hand over; then it is told of, and the others come. */
const MAX_TRIES = 5;
const DAY = 24 * 3_600_000;

/**
 * Fetches what is new in a mailbox's folder, the oldest first: each mail is kept, then settled on its server, then the
 * cursor moves. Whoever dies in between leaves a mail that is fetched again and known by its number (F27).
 *
 * @param signal ends it between two mails.
 * @returns what went wrong with mails that are kept, on their server; null when nothing did.
 * @throws MailServerTrouble; SourceLost; Unavailable when mail cannot be kept now.
 */
export async function fetchMails(
  source: ImapSource,
  folder: ImapFolder,
  signal?: AbortSignal,
): Promise<MailServerTrouble | null> {
  const validity = folder.uidValidity;
  if (source.uid_validity !== validity) await moveCursor(source, validity, await beginning(source, folder));
  let trouble: MailServerTrouble | null = null;
  for (const mail of await folder.newer(source.last_uid)) {
    if (signal?.aborted) break;
    if (await take(source, folder, mail)) {
      // who lost the mailbox meanwhile leaves the mail to him who has it
      if (!(await holdSource(source))) throw new SourceLost();
      await folder.settle(mail.uid).catch((error: unknown) => {
        if (!(error instanceof MailServerTrouble) || error.trouble === 'unreachable') throw error;
        trouble = error;
      });
    }
    await moveCursor(source, validity, mail.uid);
  }
  return trouble;
}

/**
 * The number after which mails are ours to take. Where old ones are left alone, it is the last one there now; of a
 * folder that was numbered anew, what came since we look at it, for what we have is known by its content.
 */
async function beginning(source: ImapSource, folder: ImapFolder): Promise<number> {
  if (source.takes_old) return 0;
  const mails = await folder.newer(0);
  const since = source.uid_validity === null ? Number.POSITIVE_INFINITY : source.created_at.getTime() - DAY;
  const first = mails.find(({ date }) => date.getTime() >= since);
  return first ? first.uid - 1 : (mails.at(-1)?.uid ?? 0);
}

/** Keeps one mail, or the word that there is one which cannot be. False when it is not there any more. */
async function take(source: ImapSource, folder: ImapFolder, { uid, size }: MailInFolder): Promise<boolean> {
  const delivery = {
    ...({ mailboxId: source.mailbox_id, door: 'imap', returnPath: null, recipients: [] } as const),
    doorKey: `${source.uid_validity} ${uid} ${source.folder}`,
  } as const;
  try {
    const raw = size > MAX_MAIL ? null : await folder.read(uid);
    if (raw && raw.byteLength <= MAX_MAIL) {
      await keepMail({ ...delivery, raw });
      return true;
    }
    if (raw === null && size <= MAX_MAIL) return false;
    const { raw: head, ...about } = await folder.head(uid);
    const aside = { state: 'quarantined', reason: 'too_large', size, detail: null, ...about } as const;
    await keepMail({ ...delivery, raw: head, aside });
    return true;
  } catch (error) {
    if (!(error instanceof MailServerTrouble) || (await countStuck(source, uid)) < MAX_TRIES) throw error;
    const aside = { state: 'failed', reason: 'not_fetched', size, detail: error.said } as const;
    await keepMail({
      ...{ ...delivery, raw: new Uint8Array() },
      aside: { ...aside, sender: null, subject: '' },
    });
    return false;
  }
}
