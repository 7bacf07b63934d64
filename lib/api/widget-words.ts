import ar from '@/messages/ar/widget.json';
import de from '@/messages/de/widget.json';
import en from '@/messages/en/widget.json';
import fr from '@/messages/fr/widget.json';
import it from '@/messages/it/widget.json';
import type { Locale } from '../schemas/values';

interface Words {
  [key: string]: string | Words;
}

/** `{ a: { b: 'c' } }` as `{ 'a.b': 'c' }`. */
const flat = (words: Words, path = ''): Record<string, string> =>
  Object.assign(
    {},
    ...Object.entries(words).map(([key, value]) =>
      typeof value === 'string' ? { [path + key]: value } : flat(value, `${path}${key}.`),
    ),
  );

/** The chat widget's phrases by their dotted keys, in one language: a visitor is sent no other. */
export const widgetWords: Record<Locale, Record<string, string>> = {
  ...{ en: flat(en), de: flat(de), fr: flat(fr) },
  ...{ it: flat(it), ar: flat(ar) },
};
