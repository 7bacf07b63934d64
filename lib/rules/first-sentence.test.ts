import { describe, expect, it } from 'vitest';
import { firstSentence } from './first-sentence';

describe('firstSentence', () => {
  it.each([
    ['Why was my application rejected', 'Why was my application rejected'],
    ['Hello. I need help with my loan.', 'Hello.'],
    ['  Two\nlines here  ', 'Two lines here'],
    ['My number is 0700.123 and more', 'My number is 0700.123 and more'],
    ['😀'.repeat(100), `${'😀'.repeat(79)}…`],
  ])('of %j is %j', (body, subject) => expect(firstSentence(body)).toBe(subject));

  it('cuts a long sentence at a word, at most 80 characters', () => {
    const subject = firstSentence('word '.repeat(40));
    expect([...subject].length).toBeLessThanOrEqual(80);
    expect(subject).toMatch(/word…$/);
  });
});
