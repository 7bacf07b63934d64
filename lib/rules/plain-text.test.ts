import { expect, test } from 'vitest';
import { linksOf, plainText } from './plain-text';

const known = new Set(['https://help.example.test/paper']);

test.each([
  ['Hello\r\nthere', 'Hello\nthere'],
  ['a ![x](https://evil.test/?d=SECRET) b', 'a  b'],
  ['a ![x][ref] b', 'a  b'],
  ['[click](javascript:alert(1))', 'click'],
  ['[click](https://evil.test/?d=1)', 'click'],
  ['see [the page](https://help.example.test/paper).', 'see the page (https://help.example.test/paper).'],
  ['see https://help.example.test/paper.', 'see https://help.example.test/paper.'],
  ['see https://help.example.test/paper?d=SECRET.', 'see ….'],
  ['see http://evil.test, please', 'see …, please'],
  ['www.evil.test/x evil.test/?d=1 javascript:alert(1)', '… … …'],
  ['data:text/html;base64,xx but data: is a word', '… but data: is a word'],
  ['<script>steal()</script>Hello <b>you</b>', 'Hello you'],
  ['<scr<script>x</script>ipt>alert(1)</script>', 'alert(1)'],
  ['<script>never closed', ''],
  ['<img src=x onerror=alert(1)>Hi', 'Hi'],
  ['5 < 6 and 7 > 2', '5 < 6 and 7 > 2'],
  ['\u202Eevil\u202C \u200bx\u0000\u0007', 'evil x'],
  ['**Bold** and `code`\n# Title', 'Bold and code\nTitle'],
  ['a\n\n\n\n\nb  \n', 'a\n\nb'],
  ['family 👨‍👩‍👧', 'family 👨‍👩‍👧'],
  ['\ud800 alone', '\ufffd alone'],
  ['and/or, 1/2, e.g. this', 'and/or, 1/2, e.g. this'],
])('%j', (raw, plain) => {
  expect(plainText(raw, known)).toBe(plain);
});

test('the links of a text', () => {
  expect(linksOf('See https://a.test/b?c=1, or www.d.test.')).toEqual(['https://a.test/b?c=1', 'www.d.test']);
});

test('a hostile text takes no time', () => {
  const began = performance.now();
  for (const part of ['<', '<script', '![', '[a](', 'https://', 'a.', '**', '`', '<svg<'])
    plainText(part.repeat(Math.floor(50_000 / part.length)));
  expect(performance.now() - began).toBeLessThan(2_000);
});
