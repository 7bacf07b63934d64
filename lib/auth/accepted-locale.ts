import { LOCALES, type Locale } from '../schemas/values';

/** The first language of an Accept-Language header that we speak, by weight; `otherwise` when there is none. */
export function acceptedLocale(header: string, otherwise: Locale = LOCALES[0]): Locale {
  const wishes = header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((p) => /^\s*q=([01](?:\.\d{1,3})?)$/.exec(p)?.[1]).find((q) => q);
      return { language: tag.split('-')[0], weight: Number(weight ?? 1) };
    })
    .sort((a, b) => b.weight - a.weight);
  for (const { language, weight } of wishes) {
    const found = LOCALES.find((known) => known === language);
    if (found && weight > 0) return found;
  }
  return otherwise;
}
