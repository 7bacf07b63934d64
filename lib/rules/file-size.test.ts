import { expect, test } from 'vitest';
import { fileSize } from './file-size';

test.each([
  [0, 'en', '1 kB'],
  [10, 'en', '1 kB'],
  [292_089, 'en', '285 kB'],
  [1_023_000, 'en', '999 kB'],
  [1_024_000, 'en', '1 MB'],
  [9_751_000, 'de', '9,3 MB'],
  [292_089, 'fr', '285\u202fko'],
])('%i bytes in %s: %s', (bytes, locale, said) => expect(fileSize(bytes, locale)).toBe(said));
