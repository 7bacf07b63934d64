import { LOCALES } from '../schemas/values';

/**
 * What is written in several languages, read in one: that language, else English, else whichever there is.
 * Empty when nothing is written at all.
 */
export function textIn(texts: Readonly<Record<string, string | undefined>>, language: string): string {
  const order = [language, ...LOCALES, ...Object.keys(texts)];
  return order.map((code) => texts[code]).find(Boolean) ?? '';
}
