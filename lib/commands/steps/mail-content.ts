import { randomBytes } from 'node:crypto';
import type { ParsedMail } from '../../channels/email/parsed-mail';
import { newId } from '../../clock';
import { sql } from '../../db/transaction';
import { Invalid } from '../../errors';
import { mediaTypeOf } from '../../files/media-type';
import { fileStore, storeTrouble } from '../../files/store';
import { cleanHtml } from '../../html/clean-html';
import { cleanFileName } from '../../rules/file-name';
import { trimReply } from '../../rules/trim-reply';
import { MAX_BODY } from '../../schemas/message-body';
import { showsNothing } from '../../schemas/text';
import { LANGUAGES } from '../../schemas/values';
import { detectLanguage } from '../../search/detect-language';
import type { MailContent } from './inbound-mail';

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

/** A language that somebody of the team speaks, or none: a ticket must not wait for who is not there. */
async function languageOf(text: string): Promise<string | null> {
  const language = await detectLanguage(text);
  if (language === null || !LANGUAGES.includes(language)) return null;
  const { rowCount } = await sql.query(
    `SELECT 1 FROM person WHERE role <> 'customer' AND disabled_at IS NULL AND $1 = ANY(languages) LIMIT 1`,
    [language],
  );
  return rowCount ? language : null;
}

/** The row before the bytes, as with an upload: what no message takes within a day is swept. */
async function storeFiles(files: ParsedMail['files']): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, content } of files) {
    if (content.byteLength === 0) continue;
    const id = newId();
    const key = randomBytes(20).toString('hex');
    await sql.query(
      `INSERT INTO attachment (id, name, media_type, size, storage_key) VALUES ($1, $2, $3, $4, $5)`,
      [
        id,
        cleanFileName(name) ?? 'file',
        await mediaTypeOf(content.subarray(0, 4_100)),
        content.byteLength,
        key,
      ],
    );
    try {
      await (await fileStore()).put(key, one(content));
    } catch (error) {
      throw storeTrouble(error);
    }
    await sql.query('UPDATE attachment SET stored_at = now() WHERE id = $1', [id]);
    ids.push(id);
  }
  return ids;
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
