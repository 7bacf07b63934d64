import { expect, test } from 'vitest';
import { createWebsiteInput } from './website';

test.each<[string, string | null]>([
  ['https://Shop.example/', 'https://shop.example'],
  ['http://localhost:3000', 'http://localhost:3000'],
  ['https://shop.example:443', null],
  ['https://shop.example/path', null],
  ['shop.example', null],
  ['https://*.shop.example', null],
  ["https://shop.example'; script-src *", null],
  ['https://shop.example;script-src', null],
  ['http://[::1]:3000', 'http://[::1]:3000'],
])('the origin %s is kept as %j', (origin, kept) => {
  const parsed = createWebsiteInput.safeParse({ name: 'Shop', origins: [origin] });
  expect(parsed.success ? parsed.data.origins[0] : null).toBe(kept);
});
