import { expect, test } from 'vitest';
import { acceptedLocale } from './accepted-locale';

test.each([
  ['', 'en'],
  ['de', 'de'],
  ['de-AT,en;q=0.9', 'de'],
  ['es-ES,es;q=0.9,de;q=0.3,en;q=0.2', 'de'],
  ['en;q=0.1, DE;q=0.8', 'de'],
  ['de;q=0,en', 'en'],
  ['es,pt', 'en'],
  ['*', 'en'],
  ['__proto__,constructor', 'en'],
  [';;;q=,,', 'en'],
  ['de'.padStart(100_000, ' '), 'en'],
])('%j is answered in %s', (header, locale) => {
  expect(acceptedLocale(header)).toBe(locale);
});

test('who wishes for nothing that we speak gets what the workspace speaks', () => {
  expect(acceptedLocale('es,pt', 'de')).toBe('de');
  expect(acceptedLocale('en', 'de')).toBe('en');
});
