import { describe, expect, it } from 'vitest';
import { messageParts } from './message-parts';

const flat = (text: string) => text.replace(/\s+/g, '');

describe('messageParts', () => {
  it.each([
    ['short', 'Hello', 10, ['Hello']],
    ['nothing', '  \n ', 10, []],
    ['as long as it may be', 'a'.repeat(10), 10, ['a'.repeat(10)]],
    ['between paragraphs', 'one two\n\nthree four', 12, ['one two', 'three four']],
    ['between lines', 'one two\nthree four', 12, ['one two', 'three four']],
    ['between sentences', 'It is on. Good so far', 14, ['It is on.', 'Good so far']],
    ['between words', 'one two three four', 12, ['one two', 'three four']],
    ['within a word when there is no end', 'abcdefghijklmno', 10, ['abcdefghij', 'klmno']],
    ['not within an emoji', `${'a'.repeat(9)}👩‍👩‍👧bc`, 10, ['a'.repeat(9), '👩‍👩‍👧bc']],
  ])('%s', (_what, text, most, parts) => {
    expect(messageParts(text, most)).toEqual(parts);
  });

  it('holds every word of 50,000 characters, in any script, in parts that are no longer than they may be', () => {
    for (const word of ['Grüße, ', 'مرحبا بك ', '👍🏽 ', '漢字'])
      for (const text of [word.repeat(8_000).slice(0, 50_000).toWellFormed()]) {
        const parts = messageParts(text);
        expect(parts.every((part) => part.length <= 2_000 && part.isWellFormed())).toBe(true);
        expect(flat(parts.join(''))).toBe(flat(text));
      }
  });

  it('ends with a heap of marks on one letter', () => {
    expect(messageParts(`a${'\u0301'.repeat(5_000)}`, 2_000).join('')).toHaveLength(5_001);
  });
});
