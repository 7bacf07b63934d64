import { expect, test } from 'vitest';
import { languagesOf, textIn } from './text-in';

const texts = { it: 'Carte', de: 'Karten', en: 'Cards', ar: 'بطاقات' };

test('the language asked for, else English, else whichever there is', () => {
  expect(textIn(texts, 'it')).toBe('Carte');
  expect(textIn(texts, 'fr')).toBe('Cards');
  expect(textIn({ de: 'Karten', it: 'Carte' }, 'fr')).toBe('Karten');
  expect(textIn({ it: 'Carte', en: '' }, 'en')).toBe('Carte');
  expect(textIn({}, 'en')).toBe('');
});

test('languages stand in one order, whatever the database makes of it', () => {
  expect(languagesOf({ sw: '', nl: '', ...texts })).toEqual(['en', 'de', 'it', 'ar', 'nl', 'sw']);
});
