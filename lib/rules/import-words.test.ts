import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LOCALES } from '../schemas/values';
import { importWords } from './import-words';

it('has words in every language for every rule that a row can break', () => {
  const sources = ['lib/files/mapped-row.ts', 'lib/commands/check-import.ts', 'lib/rules/import-row.ts'];
  const code = sources.map((file) => readFileSync(file, 'utf8')).join('\n');
  const rules = [...code.matchAll(/rule: '([a-z_]+)'/g)].map(([, rule]) => rule!);
  const ofTexts = ['required', 'too_long', 'control_char'];
  const ofCells = ['name', 'topic', 'priority', 'language', 'message_id', 'thread_id', 'not_a_customer'];
  expect(rules.length).toBeGreaterThan(6);
  for (const rule of [...rules, ...ofTexts, ...ofCells]) {
    expect(importWords(rule, 'en'), rule).toMatch(/^[A-Z].+[.?:]/);
    const said = new Set(LOCALES.map((locale) => importWords(rule, locale)));
    expect(said.size, rule).toBe(LOCALES.length);
  }
});
