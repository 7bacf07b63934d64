import { expect, test } from 'vitest';
import { textPieces, withoutQuote } from './text-pieces';

test.each([
  ['no address', 'no address'],
  ['see https://a.test/b?c=d#e.', 'see <https://a.test/b?c=d#e>.'],
  ['(https://a.test), ok', '(<https://a.test>), ok'],
  ['https://a.test/x_(y)', '<https://a.test/x_(y)>'],
  ['javascript:alert(1) http://a.test', 'javascript:alert(1) <http://a.test>'],
  ['http://', 'http://'],
  ['<https://a.test>', '<<https://a.test>>'],
])('%s', (text, told) =>
  expect(
    textPieces(text)
      .map((piece) => (piece.href ? `<${piece.href}>` : piece.text))
      .join(''),
  ).toBe(told),
);

test.each([
  ['Thanks!\n\nOn Monday Ada wrote:\n> Hello\n> Carla', 'Thanks!', 'On Monday Ada wrote:\n> Hello\n> Carla'],
  ['Thanks\n> a\n\n> b\n', 'Thanks', '> a\n\n> b'],
  ['> only a quote', '> only a quote', null],
  ['> first\nmy answer', '> first\nmy answer', null],
  ['nothing quoted', 'nothing quoted', null],
])('%j', (text, said, quoted) => expect(withoutQuote(text)).toEqual({ said, quoted }));
