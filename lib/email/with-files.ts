import { readFile } from '../files/read-file';
import { chooseMailed } from '../rules/mail-files';
import type { MailFacts, MailFile } from './mail-facts';
import type { OutgoingMail } from './transport';

interface WithFiles {
  /** As bytes: nothing in it names a place that a mail library would open. */
  attachments: OutgoingMail['attachments'];
  /** The mail, which knows which of its files came along. */
  mail: MailFacts;
}

/**
 * Takes the files that travel with a mail: those of a reply, to its customer and to who is in copy. Staff are signed
 * in, and a notice that is passed on must not carry a customer's papers.
 *
 * @throws Unavailable when the store is away: the mail leaves later, and whole.
 */
export async function withFiles(mail: MailFacts): Promise<WithFiles> {
  const isReply = mail.template === 'reply' || mail.template === 'copy';
  if (!isReply || mail.audience !== 'customer') return { attachments: [], mail };
  const chosen = chooseMailed(mail.message.files);
  const attachments: OutgoingMail['attachments'] = [];
  const files: MailFile[] = [];
  for (const file of mail.message.files) {
    const content = chosen.has(file) ? await readFile(file.storage_key) : null;
    files.push({ ...file, mailed: content !== null });
    if (content) attachments.push({ filename: file.name, contentType: file.media_type, content });
  }
  return { attachments, mail: { ...mail, message: { ...mail.message, files } } };
}
