import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  type MessageFormatElement,
  type PluralElement,
  parse,
  TYPE,
} from '@formatjs/icu-messageformat-parser';
import { expect, it } from 'vitest';
import { LOCALES } from '@/lib/schemas/values';

/** The words of the screens: in every language the same, and none that no screen says. */

interface Words {
  [key: string]: string | Words;
}

const entriesIn = (words: Words, path: string[] = []): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[[...path, key].join('.'), value]] : entriesIn(value, [...path, key]),
  );
const entriesOf = (locale: string): [string, string][] =>
  readdirSync(`messages/${locale}`).flatMap((file) =>
    entriesIn({
      [file.replace('.json', '')]: JSON.parse(readFileSync(`messages/${locale}/${file}`, 'utf8')),
    }),
  );
const keysOf = (locale: string): string[] => entriesOf(locale).map(([key]) => key);

it('every language has every word', () => {
  const [first, ...others] = LOCALES.map((locale) => keysOf(locale).sort());
  expect(first!.length).toBeGreaterThan(1000);
  for (const keys of others) expect(keys).toEqual(first);
});

/** All parts of a message, those inside of plurals, choices and tags too. */
const partsOf = (parts: MessageFormatElement[]): MessageFormatElement[] =>
  parts.flatMap((part) => [
    part,
    ...('options' in part ? Object.values(part.options).flatMap(({ value }) => partsOf(value)) : []),
    ...('children' in part ? partsOf(part.children) : []),
  ]);
const isNamed = (part: MessageFormatElement) => part.type !== TYPE.literal && part.type !== TYPE.pound;

/** What a message is given: the names of its arguments and tags, and what each choice chooses from. */
const asks = (parts: MessageFormatElement[]): string[] => {
  const names = parts.flatMap((part) => {
    if (!isNamed(part) || !('value' in part)) return [];
    const choice = part.type === TYPE.select ? `: ${Object.keys(part.options).sort()}` : '';
    return `${part.type === TYPE.tag ? '<' : ''}${part.value}${choice}`;
  });
  return [...new Set(names)].sort();
};

it.each(LOCALES)(
  'in %s every message can be read, asks for what the English one asks, and counts',
  (locale) => {
    const english = new Map(entriesOf('en'));
    const rules = new Intl.PluralRules(locale);
    // as far as anything is counted here: the Romance "many" is for round millions
    const categories = [...new Set(Array.from({ length: 1_000 }, (_, n) => rules.select(n)))];
    const number = { zero: '=0', one: '=1', two: '=2' } as Record<string, string>;
    const faults = entriesOf(locale).flatMap(([key, message]) => {
      const parts = partsOf(parse(message));
      const [asked, wanted] = [asks(parts), asks(partsOf(parse(english.get(key) ?? '')))];
      // one form for all is right where the words around the number stay as they are
      const counting = parts.filter(
        (part): part is PluralElement =>
          part.type === TYPE.plural && categories.some((name) => name !== 'other' && name in part.options),
      );
      const lacks = counting.flatMap(({ options }) =>
        categories.filter((name) => !(name in options) && !(number[name]! in options)),
      );
      return [
        ...(String(asked) === String(wanted) ? [] : [`${key}: ${asked} instead of ${wanted}`]),
        ...lacks.map((name) => `${key}: no plural for ${name}`),
      ];
    });
    expect(faults).toEqual([]);
  },
);

it('every word is said somewhere: its key, or an end of it, stands in the code, whole or as a template', () => {
  const tracked = execFileSync('git', ['ls-files', '*.ts', '*.tsx'], { encoding: 'utf8' }).trim().split('\n');
  const code = tracked
    .filter((file) => existsSync(file) && !/\.(test|spec)\.ts$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const whole = new Set([...code.matchAll(/['"`]([\w./-]+)['"`]/g)].map(([, key]) => key));
  const templates = [
    ...new Set([...code.matchAll(/`([\w.]*(?:\$\{[^`{}]*\}[\w.]*)+)`/g)].map(([, key]) => key!)),
  ]
    .map((template) => template.split(/\$\{[^`{}]*\}/))
    .filter((parts) => /[a-z]/i.test(parts.join('')))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('.+')}$`));
  const said = (key: string) => {
    const parts = key.split('.');
    const ends = parts.slice(1).map((_, n) => parts.slice(n + 1).join('.'));
    return ends.some((end) => whole.has(end) || templates.some((template) => template.test(end)));
  };
  expect(keysOf('en').filter((key) => !said(key))).toEqual([]);
});
