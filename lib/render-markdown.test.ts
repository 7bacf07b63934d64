import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown';

describe('renderMarkdown', () => {
  it.each([
    ['**bold** and *soft*', '<p><strong>bold</strong> and <em>soft</em></p>\n'],
    ['one\ntwo', '<p>one<br>\ntwo</p>\n'],
    ['# Steps', '<h4>Steps</h4>\n'],
    [
      '[here](https://a.test/x)',
      '<p><a href="https://a.test/x" target="_blank" rel="noopener noreferrer nofollow">here</a></p>\n',
    ],
    ['see readme.md', '<p>see readme.md</p>\n'],
  ])('%j', (source, html) => {
    expect(renderMarkdown(source)).toBe(html);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt&#58;alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:x)',
    '[x](//evil.test)',
    '![x](https://evil.test/pixel.gif)',
    '[x](https://a.test "\\" onmouseover=alert(1)")',
    '<https://a.test/"onmouseover=alert(1)>',
    '```"><script>\nx\n```',
    '[a]: javascript:alert(1)\n\n[a]',
    '<a href="javascript:alert(1)">x</a>',
  ])('makes nothing that runs or loads of %j', (source) => {
    const html = renderMarkdown(source)!;
    const tags = html.match(/<[^>]*>/g) ?? [];
    for (const tag of tags)
      expect(tag).toMatch(
        /^<\/?(p|br|pre|code( class="[^"<>]*")?|a( href="(https?:|mailto:)[^"<>]*")?( title="[^"<>]*")?( target="_blank" rel="noopener noreferrer nofollow")?)>$/,
      );
  });

  // spec/reliability.md B104; longer than any body may be
  it.each([
    ['*', 50_000],
    ['>', 100_000],
    ['http://', 10_000],
  ])('reads %j × %i within 200 ms', (piece, times) => {
    renderMarkdown('**warm** http://a.test');
    const started = performance.now();
    renderMarkdown(piece.repeat(times));
    expect(performance.now() - started).toBeLessThan(200);
  });

  it('gives up a wall of markup rather than store many times its size', () => {
    expect(renderMarkdown(`|${'a|'.repeat(250)}\n|${'-|'.repeat(250)}\n${'|\n'.repeat(24_000)}`)).toBeNull();
  });
});
