import { createHash } from 'node:crypto';
import PostalMime, { type Attachment, addressParser, decodeWords, type Email } from 'postal-mime';
import { messageRefs } from '../../rules/mail-references';
import type { DeliveryReport, ParsedMail } from './parsed-mail';

const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 512 * 1024, forceRfc822Attachments: true } as const;
const MAX_FILES = 100;
const MAX_HEADERS = 300;
const MAX_HEADER = 4_000;
const MAX_RECIPIENTS = 500;
/** Characters of a text part: what is longer is in the raw mail. */
const MAX_TEXT = 400_000;
const NAMING = new Set(['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to']);

/** @throws Error that says why the mail cannot be read. */
export async function takeApart(raw: ArrayBuffer): Promise<ParsedMail> {
  const mail = await PostalMime.parse(raw, LIMITS);
  if (mail.attachments.length > MAX_FILES) throw new Error(`It has more than ${MAX_FILES} parts.`);
  const headers = mail.headers
    .slice(0, MAX_HEADERS)
    .map(({ key, value }) => ({ name: key, value: oneLine(value).slice(0, MAX_HEADER) }));
  const parts = {
    subject: oneLine(mail.subject ?? ''),
    text: tidy(mail.text ?? wordsOf(mail.html ?? '')).slice(0, MAX_TEXT),
    html: mail.html ? tidy(mail.html) : null,
    files: mail.attachments.map(fileOf),
  };
  const from = addressesIn(headers, (name) => name === 'from');
  return {
    ...parts,
    messageRef: messageRefs(mail.messageId ?? '')[0] ?? null,
    from,
    recipients: addressesIn(headers, (name) => NAMING.has(name))
      .slice(0, MAX_RECIPIENTS)
      .map(({ address }) => address.toLowerCase()),
    answers: [...messageRefs(mail.inReplyTo ?? ''), ...messageRefs(mail.references ?? '').reverse()],
    headers,
    threadIndex: conversationOf(headers.find(({ name }) => name === 'thread-index')?.value ?? ''),
    hasTextPart: mail.text !== undefined,
    report: reportOf(mail),
    ours: oursIn(raw, mail),
    contentHash: hashOf(from, parts),
  };
}

/** Thread-Index is 22 bytes for the conversation, then five for each answer, in base64. */
function conversationOf(value: string): string | null {
  const bytes = Buffer.from(value.slice(0, 2_000).replace(/\s/g, ''), 'base64');
  return bytes.length >= 22 && (bytes.length - 22) % 5 === 0 ? bytes.toString('base64', 0, 22) : null;
}

/** For HTML that is too heavy to be cleaned: its words, roughly. */
const wordsOf = (html: string): string =>
  html
    .slice(0, 4 * MAX_TEXT)
    .replace(/<(?:br|\/p|\/div|\/tr|\/li)\b[^<>]{0,200}>/gi, '\n')
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();

/** One header after another, and each at most so long: a list without end must not take for ever. */
function addressesIn(headers: ParsedMail['headers'], isMeant: (name: string) => boolean): ParsedMail['from'] {
  return headers
    .filter(({ name }) => isMeant(name))
    .flatMap(({ value }) => addressParser(value, { flatten: true }))
    .flatMap(({ name, address }) =>
      address ? [{ name: oneLine(decodeWords(name ?? '')).slice(0, 200), address: oneLine(address) }] : [],
    );
}

function fileOf({ filename, mimeType, content, contentId }: Attachment): ParsedMail['files'][number] {
  const fallback = mimeType === 'message/rfc822' ? 'message.eml' : `file.${mimeType.split('/').at(-1)}`;
  return {
    name: oneLine(filename ?? '') || fallback,
    content: new Uint8Array(bytesOf(content)),
    contentId: oneLine(contentId ?? '').replace(/^<|>$/g, '') || null,
  };
}

const bytesOf = (content: Attachment['content']): ArrayBuffer | Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

const OURS = /<m\.[0-9a-f-]{36}\.[0-9a-f]{16}@[^<>\s]{1,255}>/g;

/** As the bytes stand, and as its parts are once they are decoded. */
function oursIn(raw: ArrayBuffer, mail: Email): string[] {
  const texts = [
    new Uint8Array(raw),
    ...mail.attachments.map(({ content }) => new Uint8Array(bytesOf(content))),
  ];
  const found = texts.flatMap(
    (bytes) => Buffer.from(bytes.slice(0, 500_000)).toString('latin1').match(OURS) ?? [],
  );
  return [...new Set(found)].slice(0, 50);
}

function reportOf(mail: Email): DeliveryReport | null {
  const status = mail.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  if (!status) return null;
  const text = Buffer.from(new Uint8Array(bytesOf(status.content)))
    .toString('latin1')
    .slice(0, 20_000);
  const outcomes = [...text.matchAll(/^Status:[ \t]*([245])\.\d{1,3}\.\d{1,3}/gim)].map(([, digit]) =>
    Number(digit),
  );
  const says = /^Diagnostic-Code:[ \t]*(.{1,300})/im.exec(text)?.[1] ?? '';
  return {
    outcome: (outcomes.length > 0 ? Math.max(...outcomes) : null) as DeliveryReport['outcome'],
    says: oneLine(says),
  };
}

function hashOf(
  from: ParsedMail['from'],
  { subject, text, html, files }: Pick<ParsedMail, 'subject' | 'text' | 'html' | 'files'>,
): string {
  const hash = createHash('sha256').update(JSON.stringify([from, subject, text, html]));
  for (const { name, content } of files) hash.update(`\0${name}\0`).update(content);
  return hash.digest('hex');
}

const HIDDEN_CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: naming control characters is the point
  /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** What nobody can read goes, except that something stood there: U+0000, which PostgreSQL cannot keep. */
const tidy = (text: string): string =>
  text.toWellFormed().replaceAll('\0', '\ufffd').replace(/\r\n?/g, '\n').replace(HIDDEN_CONTROL, '');

const oneLine = (text: string): string =>
  tidy(text)
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .trim();
