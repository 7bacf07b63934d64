import type { JSONContent } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '@/lib/render-markdown';
import { toMarkdown } from './to-markdown';

const doc = (...content: JSONContent[]): JSONContent => ({ type: 'doc', content });
const text = (words: string, ...marks: string[]): JSONContent => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
});
const link = (words: string, href: string): JSONContent => ({
  type: 'text',
  text: words,
  marks: [{ type: 'link', attrs: { href } }],
});
const p = (...content: (JSONContent | string)[]): JSONContent => ({
  type: 'paragraph',
  content: content.map((one) => (typeof one === 'string' ? text(one) : one)),
});
const br: JSONContent = { type: 'hardBreak' };
const item = (...content: JSONContent[]): JSONContent => ({ type: 'listItem', content });

describe('markup', () => {
  test.each<[string, JSONContent, string]>([
    ['paragraphs', doc(p('a'), p(), p('b')), 'a\n\nb'],
    ['lines', doc(p('a', br, 'b', br, br, 'c')), 'a\nb\n\nc'],
    [
      'marks',
      doc(p('a ', text('b ', 'bold'), text('c', 'bold', 'italic'), text('d', 'strike'))),
      'a **b *c***~~d~~',
    ],
    ['a blank inside of a mark', doc(p('a', text(' b ', 'bold'), 'c')), 'a **b** c'],
    ['a mark over lines', doc(p(text('a', 'bold'), br, text('b', 'bold'))), '**a**\n**b**'],
    ['code', doc(p(text('x`*y', 'code'))), '``x`*y``'],
    ['a link', doc(p(link('here', 'https://a.test/x_y'))), '[here](https://a.test/x_y)'],
    ['an address', doc(p(link('https://a.test/x_y', 'https://a.test/x_y'))), 'https://a.test/x_y'],
    [
      'lists',
      doc(
        {
          type: 'bulletList',
          content: [
            item(p('a'), { type: 'orderedList', attrs: { start: 3 }, content: [item(p('n')), item(p('m'))] }),
            item(p('b')),
          ],
        },
        { type: 'bulletList', content: [item(p('c'))] },
      ),
      '- a\n  3. n\n  4. m\n- b\n\n* c',
    ],
    ['a quote', doc({ type: 'blockquote', content: [p('a'), p('b')] }, p('c')), '> a\n>\n> b\n\nc'],
    [
      'a block of code',
      doc({ type: 'codeBlock', content: [text('a\n```\n  *b*')] }),
      '````\na\n```\n  *b*\n````',
    ],
    ['a heading', doc({ type: 'heading', attrs: { level: 2 }, content: [text('a')] }), '## a'],
  ])('%s', (_name, from, markdown) => expect(toMarkdown(from)).toBe(markdown));
});

/** What people type and mean as it stands. */
const TYPED = [
  ...[
    '2 * 3 * 4',
    '2*3*4',
    '*x*',
    '**x**',
    '_x_',
    'snake_case_name',
    '__init__',
    'a_ b_',
    '`x`',
    '~~x~~',
    '~x~',
  ],
  ...['[a](b)', '[a]: b', 'array[0]', 'C:\\new\\*', 'a\\', '<b>x</b>', 'a < b & c > d', '&lt; &amp;', 'R&D;'],
  ...[
    '# a',
    '#1042',
    '> a',
    '- a',
    '+ a',
    '* a',
    '-a',
    '1. a',
    '1) a',
    '3.5 kg',
    '---',
    '===',
    '-',
    '```',
    '~~~',
  ],
  ...['| a | b |', '    a', '![a](b)', 'a:b', '5€ (ca.)', 'مرحبا *x*', '😀_x_'],
];

describe('what was typed is what is read', () => {
  const read = (markdown: string) =>
    (renderMarkdown(markdown) ?? '')
      .replace(/<br>\n?/g, '\n')
      .replace(/^<p>|<\/p>\n$/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
  test.each(TYPED)('%s', (typed) => {
    expect(read(toMarkdown(doc(p(typed))))).toBe(typed.trim());
    expect(read(toMarkdown(doc(p('before', br, typed))))).toBe(`before\n${typed.trim()}`);
  });
});

test('an address that was typed leads where it says', () => {
  const address = 'https://a.test/x_y_z?a=1&b=*2*3';
  expect(renderMarkdown(toMarkdown(doc(p(`see ${address} now`))))).toContain(
    `href="${address.replace('&', '&amp;')}"`,
  );
});
