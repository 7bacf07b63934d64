import { expect, test } from 'vitest';
import { textPieces } from './text-pieces';

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
