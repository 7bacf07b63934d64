import { expect, test } from 'vitest';
import { cleanFileName, extensionOf } from './file-name';

// spec/reliability.md B64
test.each([
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\x', 'x'],
  ['C:\\x', 'x'],
  ['C:x', 'C_x'],
  ['/abs', 'abs'],
  ['a/b.png', 'b.png'],
  ['.htaccess', 'htaccess'],
  ['\u200b.htaccess', 'htaccess'],
  ['.\u2060.\u200b/.env', 'env'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['a\0.png', 'a.png'],
  ['photo\u202Egnp.exe', 'photognp.exe'],
  ['a\r\nX: 1', 'aX_ 1'],
  ['a";x="b.html', 'a_;x=_b.html'],
  ['re\u0301sume\u0301.pdf', 'résumé.pdf'],
  ['日本.pdf', '日本.pdf'],
  ['one\u2028two.txt', 'onetwo.txt'],
  ['lone \ud800.txt', 'lone \ufffd.txt'],
  ['trailing. . ', 'trailing'],
  ['two   spaces.txt', 'two spaces.txt'],
  ['', null],
  ['.', null],
  ['..', null],
  ['\u200b\u200b', null],
  ['a/', null],
  [' . ', null],
])('%j is shown as %j', (raw, shown) => {
  expect(cleanFileName(raw)).toBe(shown);
});

test('a long name keeps its extension and fits a file system', () => {
  for (const letter of ['a', 'é', '日', '😀']) {
    const name = cleanFileName(`${letter.repeat(300)}.PDF`)!;
    expect(name).toMatch(/….PDF$/);
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
    expect(name.isWellFormed()).toBe(true);
  }
  expect(cleanFileName('x'.repeat(300))).toMatch(/^x+…$/);
});

test('extensions', () => {
  expect(['a.PNG', 'a.tar.gz', 'a', '.env', 'a.'].map(extensionOf)).toEqual(['png', 'gz', '', '', '']);
});
