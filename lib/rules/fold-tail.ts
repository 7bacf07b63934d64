/** What a mail program puts before the whole text that it answers, in the five languages; nothing after it is new. */
export const ORIGINAL =
  /^[*>\s]{0,6}-{2,}\s*(?:Original Message|Mensaje original|Oorspronkelijk bericht|Forwarded message|Ursprüngliche Nachricht|Weitergeleitete Nachricht|Message d[’']origine|Message transféré|Messaggio originale|Messaggio inoltrato|الرسالة الأصلية|رسالة مُ?عاد توجيهها)\s*-{2,}\**$/i;
/** The line that parts a signature from the text (RFC 3676 4.3); most programs lose its blank. */
const DELIMITER = /^-- ?$/;
/** What phones and their programs write under everything. */
export const DEVICE =
  /^(?:(?:Sent from my|Sent from|Sent via|Sent with|Get Outlook for|Gesendet von|Gesendet mit|Gesendet aus|Von meinem|Outlook für|Envoyé de mon|Envoyé depuis|Envoyé à partir de|Obtenir Outlook pour|Télécharger Outlook pour|Inviato da|Inviato dal mio|Inviato con|Scarica Outlook per|Ottieni Outlook per)\s\S.*|أُ?رسلت? من\s\S.*|مُ?رسلة? من\s\S.*)$/i;
/** A longer "signature" is text that somebody parted with dashes; a longer last line was written by a person. */
const MAX_SIGNATURE_LINES = 12;
const MAX_DEVICE_CHARS = 80;
/** A signature stands above the quote, under it, or is two: the person's and the phone's. */
const MAX_LAYERS = 2;

export interface FoldedText {
  said: string;
  /** The rest, as it was written; null: there is none. */
  folded: string | null;
}

/**
 * Parts what somebody wrote from what his mail program added at the end: the quote of what he answers, and, where
 * `mayBeSigned`, his signature. Where nothing else stands, all of it is what was written. Said and folded together are
 * the text, but for blank lines between and after them.
 */
export function foldTail(text: string, mayBeSigned: boolean): FoldedText {
  const lines = text.trimEnd().split('\n');
  const original = lines.findIndex((line) => ORIGINAL.test(line.trim()));
  let end = original === -1 ? lines.length : original;
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    end = quoteFrom(lines, end);
    if (mayBeSigned) end = signatureFrom(lines, end);
  }
  const said = lines.slice(0, end).join('\n').trimEnd();
  if (said === '' || end === lines.length) return { said: text, folded: null };
  return { said, folded: lines.slice(end).join('\n').trim() };
}

/** Where the quote begins that ends before `end`: lines with `>`, and the line that names their author. */
function quoteFrom(lines: readonly string[], end: number): number {
  let from = end;
  while (from > 0 && (lines[from - 1]!.startsWith('>') || isBlank(lines[from - 1]))) from--;
  const first = lines.findIndex((line, at) => at >= from && at < end && line.startsWith('>'));
  if (first === -1) return end;
  return first === from && /:\s*$/.test(lines[from - 1] ?? '') ? from - 1 : from;
}

/** Where the signature begins that ends before `end`. */
function signatureFrom(lines: readonly string[], end: number): number {
  let last = end;
  while (last > 0 && isBlank(lines[last - 1])) last--;
  const ending = lines[last - 1]?.trim() ?? '';
  if (ending.length <= MAX_DEVICE_CHARS && DEVICE.test(ending)) return last - 1;
  for (let at = last - 1, written = 0; at >= 0 && written <= MAX_SIGNATURE_LINES; at--) {
    if (DELIMITER.test(lines[at]!)) return at;
    if (!isBlank(lines[at])) written++;
  }
  return end;
}

const isBlank = (line: string | undefined): boolean => (line ?? '').trim() === '';
