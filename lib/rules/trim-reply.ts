import { DEVICE, foldTail, ORIGINAL } from './fold-tail';

/**
 * What somebody wrote in a mail, without what his program put around it: the text that he answers, above or below, and
 * what it signs with. Answers between the lines of a quote stay with the quote. The whole mail is kept elsewhere, so
 * this may be wrong, but never empty: where nothing else stands, all of it is what was written.
 */
const MAX_MARKER = 400;
const MARKER_LINES = 3;
/** "wrote", as mail programs say it before a quote. */
const WROTE =
  /(?:^|[\s>)])(?:wrote|writes|schrieb|a écrit|ha scritto|escribió|escreveu|skrev|schreef|geschreven|napisał(?:\(a\))?|napsal|написала?|пишет|пише|kirjoitti|írta|yazdı|كتب)(?=[\s:,]|$)/iu;
const DATED = /\b\d{1,2}[:.]\d{2}\b|\b(?:19|20)\d{2}\b/;
const GMAIL_DATE = /^\d{4}-\d\d-\d\d \d{1,2}:\d\d GMT[+-]\d{1,2}(?::\d\d)? \S/;
const FORWARDED =
  /^(?:Begin forwarded message|Anfang der weitergeleiteten Nachricht|Début du message réexpédié|Inizio messaggio inoltrato)\s*:$/i;
/** A mail's headers, as programs write them above what is answered. */
const SENDER = /^[*\s]{0,4}(?:From|Von|De|Da|Van|Från|Fra|Od|От|من)[*\s]{0,4}:/i;
const HEADER =
  /^[*\s]{0,4}(?:From|Reply-To|Sent|Date|To|Cc|Subject|Von|Gesendet|Datum|An|Betreff|De|Envoyé|Date|À|Objet|Da|Inviato|Data|A|Oggetto|Enviado|Fecha|Para|Asunto|Van|Verzonden|Aan|Onderwerp|من|إلى|الموضوع|التاريخ|تاريخ الإرسال)[*\s]{0,4}:/i;
/** Lines of a signature that a phone wrote, beside those that `foldTail` knows. */
const PHONE =
  /^[<([\s]{0,4}(?:sent (?:from|via|with|by)|from my|get \[?outlook|verzonden (?:met|vanaf)|sendt fra|skickat från|enviado desde|wysłane z|diese nachricht wurde von meinem|von meinem \S{1,30} gesendet|someone from mobile|從我的)/i;
const RULE = /^\s*[-_*=~—]{2,}\s*$/;

export function trimReply(text: string): string {
  const lines = text.replace(/[^\S\n]+$/gm, '').split('\n');
  const said = tidied(signed(answered(lines)));
  return said === '' ? text.trim() : said;
}

/** Without what is answered. */
function answered(lines: readonly string[]): string[] {
  const from = lines.findIndex((_line, at) => markerAt(lines, at) > 0);
  if (from === -1) return [...lines];
  const before = lines.slice(0, from);
  const rest = lines.slice(from + markerAt(lines, from));
  if (before.some((line) => !isBlank(line) && !isQuoted(line)))
    return answersBetween(rest) ? [...lines] : before;
  // nothing above: he wrote below the quote, or forwarded something
  const quoteEnd = rest.findLastIndex(isQuoted) + 1;
  const below = rest.slice(quoteEnd);
  return below.some((line) => !isBlank(line)) ? below : rest;
}

/** How many lines from `at` on say "what follows is what somebody else wrote"; 0: none. */
function markerAt(lines: readonly string[], at: number): number {
  const first = unquoted(lines[at]!);
  if (first === '') return 0;
  if (ORIGINAL.test(first)) return 1 + headersAt(lines, at + 1);
  if (FORWARDED.test(first)) return 1 + headersAt(lines, at + 1);
  if (GMAIL_DATE.test(first) && first.length < 200 && !/[.!?]$/.test(first)) return 1;
  for (let count = 1, joined = first; count <= MARKER_LINES; count++) {
    if (joined.length > MAX_MARKER) break;
    if (isAttribution(joined)) return count;
    const next = lines[at + count];
    if (next === undefined || isBlank(next)) break;
    joined = `${joined} ${unquoted(next)}`;
  }
  return SENDER.test(first) ? headersAt(lines, at) : 0;
}

const isAttribution = (line: string): boolean =>
  /[:：]$/.test(line) &&
  WROTE.test(line) &&
  (/\S@\S/.test(line) || DATED.test(line) || /^(?:On|Am|Le|Il|El|Em) /.test(line));

/** How many lines of headers stand at `at`, at least three of them with a name; long ones go on in the next line. */
function headersAt(lines: readonly string[], at: number): number {
  let named = 0;
  let end = at;
  for (let line = at; line < Math.min(lines.length, at + 20); line++) {
    const text = unquoted(lines[line]!);
    if (HEADER.test(text)) {
      named++;
      end = line + 1;
    } else if (text === '' ? named > 0 : named === 0 || line > end + 1) break;
  }
  return named >= 3 ? end - at : 0;
}

/** Does he write on after a part of the quote? What stands under a signature's mark is none of it. */
function answersBetween(rest: readonly string[]): boolean {
  const first = rest.findIndex(isQuoted);
  if (first === -1) return false;
  const sign = rest.findIndex((line) => /^-- ?$/.test(line));
  const end = sign === -1 ? rest.length : sign;
  return rest.slice(first, end).some((line) => !isBlank(line) && !isQuoted(line) && !RULE.test(line));
}

/** Without what he or his phone signs with, and without a quote that ends it. */
function signed(lines: readonly string[]): string[] {
  const mark = lines.findIndex((line) => /^-- ?$/.test(line));
  const above = mark > 0 && lines.length - mark <= 20 ? lines.slice(0, mark) : [...lines];
  const { said } = foldTail(above.join('\n'), true);
  const kept = said.split('\n');
  while (kept.length > 1 && isAdded(kept.at(-1)!)) kept.pop();
  return kept;
}

const isAdded = (line: string): boolean =>
  isBlank(line) || RULE.test(line) || (line.length <= 120 && (DEVICE.test(line.trim()) || PHONE.test(line)));

const tidied = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/^\s*\n/, '')
    .trimEnd();
const unquoted = (line: string): string => line.replace(/^[>\s]+/, '').trim();
const isQuoted = (line: string): boolean => /^\s{0,3}>/.test(line);
const isBlank = (line: string): boolean => line.trim() === '';
