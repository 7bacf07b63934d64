import { describe, expect, test } from 'vitest';
import { personName, text } from './text';

const line = text({ max: 200, line: true });
const body = text({ max: 50_000 });
const rules = (schema: typeof line | typeof personName, value: unknown) =>
  schema.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];
const family = '👨‍👩‍👧‍👦';

describe('spec/reliability.md B01, B16 to B18: what a text may hold', () => {
  test.each<[string, unknown, string[]]>([
    ['plain', 'Printer', []],
    ['one character', 'x', []],
    ['any script', 'Принтер 打印机 طابعة', []],
    ['a tab', 'a\tb', []],
    ['U+0000', 'a\u0000b', ['control_char']],
    ['another control character', 'a\u0007b', ['control_char']],
    ['DEL', 'a\u007fb', ['control_char']],
    ['a line break', 'a\nb', ['line_break']],
    ['a carriage return', 'a\rb', ['line_break']],
    ['U+2028', 'a\u2028b', ['line_break']],
    ['NEL', 'a\u0085b', ['line_break']],
    ['nothing', '', ['required']],
    ['spaces', '   ', ['required']],
    ['no-break and ideographic spaces', '\u00a0\u3000', ['required']],
    ['U+200B alone', '\u200b', ['required']],
    ['U+3164 alone', '\u3164', ['required']],
    ['a soft hyphen, a joiner and a space', '\u00ad\u200d ', ['required']],
    ['200 characters', 'x'.repeat(200), []],
    ['201 characters', 'x'.repeat(201), ['too_long']],
    ['200 emoji are 200', '😀'.repeat(200), []],
    ['201 emoji', '😀'.repeat(201), ['too_long']],
    ['families of 7 code points: 28 fit', family.repeat(28), []],
    ['29 do not', family.repeat(29), ['too_long']],
    ['200 do not', family.repeat(200), ['too_long']],
  ])('one line: %s', (_name, value, expected) => {
    expect(rules(line, value)).toEqual(expected);
  });

  test.each<[string, unknown, string[]]>([
    ['line breaks are fine', 'a\r\nb\u2028c', []],
    ['50,000', 'x'.repeat(50_000), []],
    ['50,001', 'x'.repeat(50_001), ['too_long']],
    ['U+0000', '\u0000', ['control_char']],
  ])('a body: %s', (_name, value, expected) => {
    expect(rules(body, value)).toEqual(expected);
  });
});

test.each([[null], [5], [true], [['a']], [{ set: 'a' }], [undefined]])('%j is no text', (value) => {
  expect(line.safeParse(value).success).toBe(false);
});

// spec/reliability.md B02, C41
test.each([
  ['a\ud83c', 'a\ufffd'],
  ['\udf89b', '\ufffdb'],
  ['\ud83c\ud83c', '\ufffd\ufffd'],
  ['🎉', '🎉'],
])('lone surrogates are repaired: %j becomes %j', (given, stored) => {
  expect(line.parse(given)).toBe(stored);
  expect(Buffer.from(line.parse(given)).toString()).toBe(stored);
});

test('a text that may be empty may be empty', () => {
  expect(text({ max: 3, required: false }).parse('')).toBe('');
});

// spec/reliability.md B98
describe('names of people', () => {
  test.each([
    ['  Ada  ', 'Ada'],
    ['Ada\u202egnp', 'Adagnp'],
    ['A\u200bd\u2066a\ufeff', 'Ada'],
    ['محمد', 'محمد'],
    ['<img onerror=x>', '<img onerror=x>'],
  ])('%j becomes %j', (given, shown) => {
    expect(personName.parse(given)).toBe(shown);
  });

  test.each([
    ['', ['required']],
    ['\u202e\u200b', ['required']],
    ['x'.repeat(121), ['too_long']],
    ['x'.repeat(10_000), ['too_long']],
    ['a\r\nBcc: b', ['line_break']],
    ['a\u0000', ['control_char']],
  ])('%j is refused', (given, expected) => {
    expect(rules(personName, given)).toEqual(expected);
  });
});

// spec/reliability.md B104
test('a megabyte of any one character is decided within 200 ms', () => {
  for (const unit of ['a', ' ', '\u200b', '\ud83c', '👍', '\n', '@', '*', '>']) {
    const started = performance.now();
    body.safeParse(unit.repeat(1024 * 1024));
    expect(performance.now() - started).toBeLessThan(200);
  }
});
