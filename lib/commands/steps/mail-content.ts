import type { ParsedMail } from '../../channels/email/parsed-mail';
import { Invalid } from '../../errors';
import { cleanHtml } from '../../html/clean-html';
import { trimReply } from '../../rules/trim-reply';
import { MAX_BODY } from '../../schemas/message-body';
import { showsNothing } from '../../schemas/text';
import { detectLanguage } from '../../search/detect-language';
import type { MailContent } from './inbound-mail';
import { spokenLanguage } from './spoken-language';
import { storeFile } from './store-file';

/**
 * What of a person's mail becomes a message. HTML is cleaned and shown as it is, folded where it quotes; its words are
 * the body, without quote and signature. What is too heavy to be cleaned is shown as text. Takes up to seconds: before
 * a transaction, never in it.
 */
export async function makeContent(mail: ParsedMail): Promise<MailContent> {
  const clean = mail.html === null ? null : await cleaned(mail.html);
  const text = mail.hasTextPart || !clean ? mail.text : clean.text;
  const said = showsNothing(text) ? '' : shortened(trimReply(text));
  const files = await storeFiles(mail.files);
  const shown = clean && !showsNothing(clean.text) ? clean.html : null;
  const body =
    said ||
    mail.files
      .map(({ name }) => name)
      .join('\n')
      .slice(0, 2_000) ||
    (mail.subject && '…');
  return {
    ...{ body, format: shown === null ? 'text' : 'html', html: shown },
    ...{
      files,
      language: await languageOf(`${mail.subject}\n${said}`),
      isEmpty: !said && files.length === 0,
    },
  };
}

/** Null for what is too large or too heavy. */
async function cleaned(html: string) {
  try {
    return await cleanHtml(html);
  } catch (error) {
    if (error instanceof Invalid) return null;
    throw error;
  }
}

/** Code points count; the rest is in the original. */
function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= MAX_BODY ? text : `${letters.slice(0, MAX_BODY - 1).join('')}…`;
}

const languageOf = async (text: string): Promise<string | null> => spokenLanguage(await detectLanguage(text));

async function storeFiles(files: ParsedMail['files']): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, content } of files) if (content.byteLength > 0) ids.push(await storeFile(name, content));
  return ids;
}
