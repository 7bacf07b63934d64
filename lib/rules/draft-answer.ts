import { z } from 'zod';
import { linksOf, plainText } from './plain-text';

/**
 * What a model answered, and what of it may be shown (product 2.21): sentences with the sources that they were really
 * given, marked where they claim something without one; questions where it knew too little.
 */
export interface DraftSentence {
  text: string;
  /** Ids of the sources it rests on. */
  sources: string[];
  /** It claims something, and nothing that was given says so. */
  unsupported: boolean;
  /** Begins a new paragraph. */
  paragraph: boolean;
}

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export interface DraftAnswer {
  text: string;
  sentences: DraftSentence[];
  /** Questions that have to be asked first. */
  missing: string[];
  language: string | null;
  confidence: Confidence | null;
}

/** What an answer is judged by. */
export interface DraftRules {
  sourceIds: ReadonlySet<string>;
  /** Links that the house itself wrote; no other stays. */
  links: ReadonlySet<string>;
  /** Puts hidden data back. */
  restore: (text: string) => string;
  /** What the model was told; a sentence that repeats it is dropped. */
  instructions: string;
}

/** Code points of a whole draft, sentences of it, and questions. */
export const MOST_TEXT = 8_000;
const MOST_SENTENCES = 80;
const MOST_QUESTIONS = 8;
const MOST_QUESTION = 300;

const rawSentence = z.object({
  text: z.string(),
  sources: z.array(z.string()).catch([]),
  paragraph: z.boolean().catch(false),
});
const rawAnswer = z.object({
  sentences: z.array(rawSentence),
  missing: z.array(z.string()).catch([]),
  language: z.string().max(20).nullable().catch(null),
  confidence: z.enum(CONFIDENCES).nullable().catch(null),
});
type RawSentence = z.infer<typeof rawSentence>;

/**
 * Reads a model's whole answer.
 *
 * @returns null when it is not what was asked for: no JSON, another shape, or nothing in it that may be shown.
 */
export function readAnswer(json: string, rules: DraftRules): DraftAnswer | null {
  const parsed = rawAnswer.safeParse(parseLoose(json));
  if (!parsed.success) return null;
  const { language, confidence } = parsed.data;
  const missing = parsed.data.missing
    .map((question) => cleaned(question, rules).replace(/\s+/g, ' ').slice(0, MOST_QUESTION).toWellFormed())
    .filter((question) => question !== '')
    .slice(0, MOST_QUESTIONS);
  const written = cut(parsed.data.sentences.flatMap((raw) => readSentence(raw, rules) ?? []));
  if (written.length === 0 && missing.length === 0) return null;
  // nothing that it could say: the questions are the draft
  const sentences = written.length > 0 ? written : missing.map(asQuestion);
  return {
    text: textOf(sentences),
    sentences,
    missing,
    language: languageCode(language),
    confidence,
  };
}

/** The two letters of `de`, `de-AT` or `DE_at`; null for anything else. */
export const languageCode = (tag: string | null): string | null =>
  /^([a-z]{2})(?:[-_]\w{0,16})?$/.exec(tag?.trim().toLowerCase() ?? '')?.[1] ?? null;

/** The sentences of an answer that is still coming, as far as they are whole. */
export function readSoFar(json: string, rules: DraftRules): DraftSentence[] {
  return cut(wholeObjects(json).flatMap((raw) => readSentence(raw, rules) ?? []));
}

/** The draft without its sources: what is inserted, and what a customer would get. */
export const textOf = (sentences: readonly Pick<DraftSentence, 'text' | 'paragraph'>[]): string =>
  sentences.reduce(
    (text, sentence) => (text === '' ? '' : `${text}${sentence.paragraph ? '\n\n' : ' '}`) + sentence.text,
    '',
  );

function readSentence(raw: RawSentence, rules: DraftRules): DraftSentence | null {
  const text = cleaned(raw.text, rules);
  if (text === '' || repeats(text, rules.instructions)) return null;
  const sources = [...new Set(raw.sources)].filter((id) => rules.sourceIds.has(id)).slice(0, 8);
  const unsupported = sources.length === 0 && isClaim(text);
  return { text, sources, unsupported, paragraph: raw.paragraph };
}

/** Before and after the hidden data are back: a link may have been put together from both. */
function cleaned(text: string, { restore, links }: DraftRules): string {
  return withoutCitations(plainText(restore(plainText(text.slice(0, MOST_TEXT * 2), links)), links));
}

/** A model sometimes writes its sources into the text: `[m1]`, `[c2, t1]`. */
const withoutCitations = (text: string): string =>
  text.replace(/ ?\[(?:[mcatx]\d{0,4}(?:, ?)?){1,10}\]/g, '').trim();

const asQuestion = (text: string): DraftSentence => ({
  text,
  sources: [],
  unsupported: false,
  paragraph: true,
});

function cut(sentences: readonly DraftSentence[]): DraftSentence[] {
  let left = MOST_TEXT;
  const kept: DraftSentence[] = [];
  for (const sentence of sentences.slice(0, MOST_SENTENCES)) {
    const letters = [...sentence.text];
    if (letters.length > left) {
      if (kept.length === 0) kept.push({ ...sentence, text: letters.slice(0, left).join('') });
      break;
    }
    left -= letters.length + 2;
    kept.push(sentence);
  }
  return kept;
}

const COURTESY =
  /^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|thank|thanks|many thanks|sorry|we apologi[sz]e|i apologi[sz]e|please|(?:kind|best|warm)? ?regards|best wishes|sincerely|yours|hallo|guten (?:tag|morgen|abend)|liebe|lieber|sehr geehrte|vielen dank|danke|bitte|entschuldig|es tut (?:mir|uns) leid|(?:viele|freundliche|beste|herzliche|mit freundlichen) grüße|bonjour|bonsoir|merci|cordialement|bien à vous|désolé|veuillez|ciao|buongiorno|salve|grazie|gentile|cordiali saluti|distinti saluti|hola|buenos días|gracias|estimad|saludos|un saludo|atentamente)(?![\p{L}\p{N}])/iu;

/** Does the sentence say something that may be wrong? Greetings, thanks, requests and questions do not. */
export function isClaim(sentence: string): boolean {
  const text = sentence.trim();
  if (/[?？؟]\s*$/.test(text) || !/\p{L}/u.test(text)) return false;
  // "Thank you. The refund takes five days." is one piece of courtesy and one claim
  const pieces = text.split(/(?<=[.!:…])\s+|\n+/).filter((piece) => /\p{L}/u.test(piece));
  return pieces.some((piece) => !COURTESY.test(piece) && piece.split(/\s+/).length > 3);
}

/** So many words in a row are no accident. */
const RUN = 8;

function repeats(text: string, instructions: string): boolean {
  const told = ` ${wordsOf(instructions).join(' ')} `;
  const words = wordsOf(text);
  for (let at = 0; at + RUN <= words.length; at++)
    if (told.includes(` ${words.slice(at, at + RUN).join(' ')} `)) return true;
  return false;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** JSON, also in a fence or between words, as models without a schema write it. */
export function parseLoose(json: string): unknown {
  const from = json.indexOf('{');
  const to = json.lastIndexOf('}');
  if (from < 0 || to < from) return null;
  try {
    return JSON.parse(json.slice(from, to + 1));
  } catch {
    return null;
  }
}

/** The objects of the list `sentences` that are complete in the beginning of a JSON text. */
function wholeObjects(json: string): RawSentence[] {
  const start = /"sentences"\s*:\s*\[/.exec(json);
  if (!start) return [];
  const found: RawSentence[] = [];
  let depth = 0;
  let from = 0;
  let quoted = false;
  for (let i = start.index + start[0].length; i < json.length; i++) {
    const c = json[i];
    if (quoted) {
      if (c === '\\') i++;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === '{') {
      if (depth++ === 0) from = i;
    } else if (c === '}' && --depth === 0) {
      const one = rawSentence.safeParse(parseLoose(json.slice(from, i + 1)));
      if (one.success) found.push(one.data);
    } else if (c === ']' && depth === 0) break;
  }
  return found;
}

/** The links that may stay in a draft: those of texts that the house wrote. */
export const knownLinks = (texts: readonly string[]): Set<string> => new Set(texts.flatMap(linksOf));
