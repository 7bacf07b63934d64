import { expect, it } from 'vitest';
import { chatText } from './chat-text';

it.each([
  ['plain', 'plain'],
  ['**Bold** and *italic*, ~~gone~~, `code`', 'Bold and italic, gone, code'],
  ['# Title\n\n- one\n- two\n\n1. first', 'Title\n\n- one\n- two\n\n1. first'],
  ['> quoted\n\nanswer', '> quoted\n\nanswer'],
  ['See [our page](https://a.test/x).', 'See our page (https://a.test/x).'],
  ['[https://a.test](https://a.test) [a@b.test](mailto:a@b.test)', 'https://a.test a@b.test'],
  ['<https://a.test/a_b_c>', 'https://a.test/a_b_c'],
  ['```js\nlet a = 1;\n```', 'let a = 1;'],
  ['5 \\* 3 \\_ snake_case_name', '5 * 3 _ snake_case_name'],
  ['مرحبا **بك**', 'مرحبا بك'],
])('%j is %j', (markdown, text) => {
  expect(chatText(markdown)).toBe(text);
});
