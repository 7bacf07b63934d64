import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LOCALES } from '@/lib/schemas/values';

/** The words of the screens: in every language the same, and none that no screen says. */

interface Words {
  [key: string]: string | Words;
}

const keysIn = (words: Words, path: string[] = []): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[...path, key].join('.')] : keysIn(value, [...path, key]),
  );
const keysOf = (locale: string): string[] =>
  readdirSync(`messages/${locale}`).flatMap((file) =>
    keysIn({ [file.replace('.json', '')]: JSON.parse(readFileSync(`messages/${locale}/${file}`, 'utf8')) }),
  );

it('every language has every word', () => {
  const [first, ...others] = LOCALES.map((locale) => keysOf(locale).sort());
  expect(first!.length).toBeGreaterThan(1000);
  for (const keys of others) expect(keys).toEqual(first);
});

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
