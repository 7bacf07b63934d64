import { expect, test } from 'vitest';
import { chooseMailed } from './mail-files';

const MB = 1024 * 1024;
const file = (name: string, size: number, media_type = 'application/pdf') => ({ name, size, media_type });

test('small ones travel until 5 MB are full; what servers refuse never does', () => {
  const files = [
    file('a.pdf', 2 * MB),
    file('tool.exe', 10),
    file('b.pdf', 4 * MB),
    file('logs.zip', 10, 'application/zip'),
    file('c.pdf', 3 * MB),
    file('d.pdf', 1),
  ];
  expect([...chooseMailed(files)].map(({ name }) => name)).toEqual(['a.pdf', 'c.pdf']);
  expect(chooseMailed([]).size).toBe(0);
});
