import { expect, it } from 'vitest';
import { slashToken } from './slash-token';

it.each([
  ['/', { from: 0, to: 1, query: '' }],
  ['/ref', { from: 0, to: 4, query: 'ref' }],
  ['Hello\n/größe-2', { from: 6, to: 14, query: 'größe-2' }],
])('%j is looked for', (text, token) => {
  expect(slashToken(text, text.length)).toEqual(token);
});

it.each(['', 'and/or', 'https://a.test/x', '1/2', '/ref ', '/ref/und', '//'])('%j opens nothing', (text) => {
  expect(slashToken(text, text.length)).toBeNull();
});

it('counts from the caret, not from the end', () => {
  expect(slashToken('/ref and more', 4)).toEqual({ from: 0, to: 4, query: 'ref' });
  expect(slashToken('/ref and more', 9)).toBeNull();
});
