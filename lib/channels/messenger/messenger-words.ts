import { z } from 'zod';
import { showsNothing } from '../../schemas/text';

/** What somebody said, in words of ours, and the files that belong to it. */
export interface Said {
  text: string;
  files: { url: string; name: string }[];
}

const attachment = z.looseObject({
  type: z.string().catch(''),
  title: z.string().nullish().catch(null),
  url: z.string().nullish().catch(null),
  payload: z
    .looseObject({
      url: z.string().nullish().catch(null),
      title: z.string().nullish().catch(null),
      sticker_id: z.coerce.string().nullish().catch(null),
      coordinates: z.object({ lat: z.number(), long: z.number() }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});
const message = z.looseObject({
  text: z.string().catch(''),
  attachments: z.array(attachment).catch([]).default([]),
});
const postback = z.looseObject({ title: z.string().catch('') });
const edit = z.looseObject({ mid: z.string(), text: z.string() });
const echo = z.looseObject({ mid: z.string().catch(''), metadata: z.string().optional().catch(undefined) });
const receipt = z.looseObject({
  mids: z.array(z.string()).catch([]).default([]),
  watermark: z.coerce.number().catch(0),
});

/** The blue thumb, in its three sizes: it says yes, and needs no picture. */
const THUMBS = new Set(['369239263222822', '369239343222814', '369239383222810']);
const FILES = new Set(['image', 'audio', 'video', 'file']);
/** More than the vendor lets anybody send at once. */
const MOST = 30;

/** A message's words and files. Both are empty when it says nothing that we could show. */
export function wordsOf(raw: unknown): Said {
  const { text, attachments } = message.parse(raw);
  const lines = [clean(text)];
  const files: Said['files'] = [];
  for (const { type, title, url, payload } of attachments.slice(0, MOST)) {
    const at = payload?.url ?? url ?? '';
    if (payload?.sticker_id && THUMBS.has(payload.sticker_id)) lines.push('👍');
    else if (FILES.has(type) && at !== '') files.push({ url: at, name: nameOf(at, type) });
    else if (payload?.coordinates)
      lines.push(
        `${title ?? ''}\nhttps://www.openstreetmap.org/?mlat=${payload.coordinates.lat}&mlon=${payload.coordinates.long}`,
      );
    else lines.push([title ?? payload?.title ?? '', at].filter(Boolean).join('\n'));
  }
  return {
    text: lines
      .map(clean)
      .filter((line) => !showsNothing(line))
      .join('\n'),
    files,
  };
}

/** What a button that he pressed was called. */
export const pressedOf = (raw: unknown): string => clean(postback.parse(raw).title);

export function editOf(raw: unknown): { mid: string; text: string } | null {
  const parsed = edit.safeParse(raw);
  return parsed.success ? { mid: parsed.data.mid, text: clean(parsed.data.text) } : null;
}

/** Of a message that left a page: its name, and what its sender wrote beside it. */
export function echoOf(raw: unknown): { mid: string; metadata: string | null } {
  const { mid, metadata } = echo.parse(raw);
  return { mid, metadata: metadata ?? null };
}

/** What was delivered or read: all until a time, and some by name. */
export function receiptOf(raw: unknown): { mids: string[]; until: Date } {
  const { mids, watermark } = receipt.parse(raw);
  return { mids: mids.slice(0, 1_000), until: new Date(Math.max(0, watermark)) };
}

/** What no text of ours holds, but taken out and not refused: nobody is there to be told. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: naming control characters is the point
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim();

/** What stands last in the address, without what comes after it; else its kind. */
function nameOf(url: string, type: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  try {
    return decodeURIComponent(last) || type;
  } catch {
    return last || type;
  }
}
