/**
 * Which text search configuration of PostgreSQL reads a language (ISO 639-1). Every server from version 15 on has all
 * of these; a language that is not here is searched as its words stand.
 */
const CONFIGS: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hi: 'hindi',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  it: 'italian',
  lt: 'lithuanian',
  nb: 'norwegian',
  ne: 'nepali',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
  yi: 'yiddish',
};

/** More would only make the index larger: a ticket that may be in ten languages is in one or two. */
const MOST = 3;

/** The configurations of these languages, each once, in their order; at most three. */
export function searchConfigs(languages: readonly string[]): string[] {
  const known = languages.flatMap((language) =>
    Object.hasOwn(CONFIGS, language) ? [CONFIGS[language]!] : [],
  );
  return [...new Set(known)].slice(0, MOST);
}
