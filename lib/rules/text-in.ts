import { LOCALES } from '../schemas/values';

/**
 * What is written in several languages, read in one: that language, else English, else whichever there is.
 * Empty when nothing is written at all.
 */
export function textIn(texts: Readonly<Record<string, string | undefined>>, language: string): string {
  return [language, ...languagesOf(texts)].map((code) => texts[code]).find(Boolean) ?? '';
}

/** In which languages there is a text: the interface's own first, then by code. */
export function languagesOf(texts: Readonly<Record<string, unknown>>): string[] {
  const place = (code: string) => (LOCALES as readonly string[]).indexOf(code) + 1 || LOCALES.length + 1;
  return Object.keys(texts).sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}
