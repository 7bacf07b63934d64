import { expect, it } from 'vitest';
import { slashWord } from './slash-word';

it.each([
  ['/', ''],
  ['/ref', 'ref'],
  ['Hello /größe-2', 'größe-2'],
])('%j is looked for', (before, word) => {
  expect(slashWord(before)).toBe(word);
});

it.each(['', 'and/or', 'https://a.test/x', '1/2', '/ref ', '/ref/und', '//'])(
  '%j opens nothing',
  (before) => {
    expect(slashWord(before)).toBeNull();
  },
);
