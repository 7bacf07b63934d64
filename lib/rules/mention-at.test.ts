import { expect, it } from 'vitest';
import { mentionAt, mentionPieces } from './mention-at';

it.each([
  ['@', { from: 0, q: '' }],
  ['ask @Bo', { from: 4, q: 'Bo' }],
  ['(@bo lar', { from: 1, q: 'bo lar' }],
  ['@José', { from: 0, q: 'José' }],
  ['@Bo Larsen said that', null],
  ['bo@shop.test', null],
  ['nobody', null],
])('%s', (text, found) => expect(mentionAt(text, text.length)).toEqual(found));

it('parts a text at the names, the longer first, whole names alone', () => {
  const marked = (text: string, names: string[]) =>
    mentionPieces(text, names).map((piece) => (piece.isMention ? `<${piece.text}>` : piece.text));
  expect(marked('Hi @Bo Larsen, and @Bo!', ['Bo', 'Bo Larsen'])).toEqual([
    'Hi ',
    '<@Bo Larsen>',
    ', and ',
    '<@Bo>',
    '!',
  ]);
  expect(marked('@Bob', ['Bo'])).toEqual(['@Bob']);
  expect(marked('a (b)', ['(b'])).toEqual(['a (b)']);
});

it('a wall of "@" costs nothing (reliability B104)', () => {
  const wall = '@'.repeat(50_000);
  const started = performance.now();
  mentionAt(wall, wall.length);
  mentionPieces(wall, ['Bo', 'Ada Lovelace']);
  expect(performance.now() - started).toBeLessThan(200);
});
