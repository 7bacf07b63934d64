import type { ParsedMail } from '../../channels/email/parsed-mail';
import { Invalid } from '../../errors';
import { mediaTypeOf } from '../../files/media-type';
import { cleanHtml } from '../../html/clean-html';
import type { OwnPicture, OwnPictures } from '../../html/html-policy';
import { isRaster } from '../../rules/file-kind';
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
  const kept = mail.files.filter(({ content }) => content.byteLength > 0);
  const pictures = await picturesIn(kept);
  const clean = mail.html === null ? null : await cleaned(mail.html, pictures);
  const text = mail.hasTextPart || !clean ? withNames(mail.text, pictures) : clean.text;
  const said = showsNothing(text) ? '' : shortened(trimReply(text));
  const files = await storeFiles(kept);
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

/** What its HTML may show in place: what browsers draw and holds no script, told by its bytes. The first of a name counts. */
async function picturesIn(files: ParsedMail['files']): Promise<OwnPictures> {
  const found = new Map<string, OwnPicture>();
  for (const [at, { name, content, contentId }] of files.entries())
    if (contentId && !found.has(contentId) && isRaster(await mediaTypeOf(content.subarray(0, 4_100))))
      found.set(contentId, { place: at + 1, name });
  return found;
}

/** Outlook's plain part names a picture by an id that nobody can read. */
const withNames = (text: string, pictures: OwnPictures): string =>
  text.replace(/\[cid:([^\]\s]{1,1000})\]/g, (whole, id: string) => {
    const name = pictures.get(id)?.name;
    return name ? `[${name}]` : whole;
  });

/** Null for what is too large or too heavy. */
async function cleaned(html: string, pictures: OwnPictures) {
  try {
    return await cleanHtml(html, pictures);
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
  for (const { name, content } of files) ids.push(await storeFile(name, content));
  return ids;
}
