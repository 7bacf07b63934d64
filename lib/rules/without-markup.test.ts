import { expect, it } from 'vitest';
import { withoutMarkup } from './without-markup';

it.each([
  ['**Hello** Carla,', 'Hello Carla,'],
  ['see [our page](https://a.test/x "there")!', 'see our page!'],
  ['- one\n- two', 'one\ntwo'],
  ['1. first\n2. second', 'first\nsecond'],
  ['# Steps\n> quoted', 'Steps\nquoted'],
  ['run `npm start` and _wait_', 'run npm start and wait'],
  ['1\\. not a list, 5 \\* 3, file\\_name', '1. not a list, 5 * 3, file_name'],
  ['5 * 3 * 2 and snake_case_name stay', '5 * 3 * 2 and snake_case_name stay'],
  ['plain', 'plain'],
])('%j', (source, text) => {
  expect(withoutMarkup(source)).toBe(text);
});

it('takes no longer for what nobody writes', () => {
  for (const piece of ['*', '[', '_a', '`', '> ', '\\']) {
    const started = performance.now();
    withoutMarkup(piece.repeat(400));
    expect(performance.now() - started).toBeLessThan(50);
  }
});
