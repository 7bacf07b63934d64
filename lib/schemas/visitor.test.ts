import { expect, test } from 'vitest';
import { visitInput } from './visitor';

test.each([
  ['https://shop.example/cart?id=1#token=x', 'https://shop.example/cart?id=1'],
  ['https://user:pass@shop.example/', 'https://shop.example/'],
  ['javascript:alert(1)', ''],
  ['data:text/html,x', ''],
  ['about:srcdoc', ''],
])('of the page %s is kept %j', (page_url, kept) => {
  expect(visitInput.parse({ page_url }).page_url).toBe(kept);
});

test('a title is cut and cleaned, never refused for its length', () => {
  const { page_title } = visitInput.parse({ page_title: `a\u0000b\n${'😀'.repeat(2_000)}` });
  expect([...page_title!]).toHaveLength(300);
  expect(page_title).toMatch(/^a b 😀/u);
});
