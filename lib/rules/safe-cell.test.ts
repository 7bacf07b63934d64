import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import { safeCell } from './safe-cell';

describe('B90: cells of an export', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠SUM', "'＠SUM"],
    ['\u0000=1', "'=1"],
    ['a\u0000b', 'ab'],
    ['1=1', '1=1'],
    ['', ''],
    ['Größe; "groß", ja', 'Größe; "groß", ja'],
  ])('%j becomes %j', (text, cell) => {
    expect(safeCell(text)).toBe(cell);
  });

  it('keeps every text whole through a file, however it is quoted inside', () => {
    const texts = ['"', ',', ';', 'two\nlines', 'two\r\nlines', '\rx', 'x'.repeat(50_000)].map(safeCell);
    const file = stringify([texts], { quoted_string: true });
    expect(parse(file)).toEqual([texts]);
  });
});
