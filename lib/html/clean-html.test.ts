import { describe, expect, test } from 'vitest';
import { cleanHtml, MAX_HTML } from './clean-html';
import { safeLink } from './html-policy';

const html = async (given: string) => (await cleanHtml(given)).html;
const text = async (given: string) => (await cleanHtml(given)).text;

describe('what is kept', () => {
  test.each([
    ['<p>Hello <b>you</b></p>', '<p>Hello <b>you</b></p>'],
    [
      '<p onclick="x()" class="a" id="b" style="color: red; position: fixed">x</p>',
      '<p style="color:red">x</p>',
    ],
    ['<div style="background: url(//evil.test/x); width: 10px">x</div>', '<div style="width:10px">x</div>'],
    ['<script>alert(1)</script>x<style>p{}</style><svg><b>y</b></svg><math>z</math>', 'x'],
    ['<form action="//evil.test"><input value="x">Send</form>', 'Send'],
    [
      '<base href="//evil.test"><meta http-equiv="refresh" content="0;url=//evil.test"><link rel=x href=y>a',
      'a',
    ],
    ['<iframe src="//evil.test" srcdoc="<b>x</b>">x</iframe><object data="x">y</object>z', 'z'],
    ['<img src="https://evil.test/pixel" alt="Logo">', '<span data-blocked>[Logo]</span>'],
    ['<img src="cid:1">', '<span data-blocked></span>'],
    [
      '<img src="data:image/png;base64,AAAA" alt="x" onerror="y">',
      '<img src="data:image/png;base64,AAAA" alt="x" />',
    ],
    ['<img src="data:image/svg+xml;base64,AAAA">', '<span data-blocked></span>'],
    [
      '<a href="//example.test/a" onclick=x>y</a>',
      '<a href="https://example.test/a" rel="noopener noreferrer nofollow" target="_blank">y</a>',
    ],
    ['<a href="javascript:alert(1)">y</a>', '<span>y</span>'],
    ['<a href="/desk">y</a>', '<span>y</span>'],
    ['<div class="gmail_quote">old</div>', '<div data-quote>old</div>'],
    ['<div class="gmail_signature" dir="ltr">Carla</div>', '<div dir="ltr" data-quote>Carla</div>'],
    ['<pre class="moz-signature" cols="72">-- \nCarla</pre>', '<pre data-quote>-- \nCarla</pre>'],
    ['<div id="Signature">Carla</div>', '<div data-quote>Carla</div>'],
    ['<blockquote type="cite">old</blockquote>', '<blockquote data-quote>old</blockquote>'],
    ['<!-- <b>x</b> --><![CDATA[ y ]]><?php z ?>a', 'a'],
  ])('%s', async (given, kept) => {
    expect(await html(given)).toBe(kept);
  });

  test.each([
    ['<img src="cid:logo@01D9">', '<img src="cid:2" alt="logo.png" />'],
    ['<IMG SRC=" CID:logo%4001D9 " alt="Us" width=9 onload=x>', '<img src="cid:2" alt="Us" width="9" />'],
    // nobody names a file by its number, or one that did not come with the text
    ['<img src="cid:2">', '<span data-blocked></span>'],
    ['<img src="cid:other@01D9" alt="x">', '<span data-blocked>[x]</span>'],
    ['<img src="cid:%">', '<span data-blocked></span>'],
    ['<a href="cid:logo@01D9">x</a>', '<span>x</span>'],
    ['<img src="/api/attachments/1/?inline=1">', '<span data-blocked></span>'],
    ['&lt;img src="cid:2"', '&lt;img src="cid:2"'],
  ])('of pictures that came with it: %s', async (given, kept) => {
    const pictures = new Map([['logo@01D9', { place: 2, name: 'logo.png' }]]);
    expect((await cleanHtml(given, pictures)).html).toBe(kept);
  });

  test.each([
    ['https://a.test/b?c=d#e', 'https://a.test/b?c=d#e'],
    ['mailto:a@b.test', 'mailto:a@b.test'],
    [' java\tscript:alert(1)', null],
    ['JAVASCRIPT:alert(1)', null],
    ['data:text/html,x', null],
    ['vbscript:x', null],
    ['//a.test', 'https://a.test'],
    ['\\\\a.test', null],
    ['https:a.test', null],
    ['#top', null],
    ['', null],
  ])('a link to %j leads to %j', (given, kept) => {
    expect(safeLink(given)).toBe(kept);
  });
});

describe('what it says', () => {
  test.each([
    ['<p>One</p><p>Two<br>three</p>', 'One\n\nTwo\nthree'],
    ['<div>One</div><div>Two</div>', 'One\nTwo'],
    ['<ul><li>a</li><li>b</li></ul>after', '- a\n- b\nafter'],
    ['a  \n b &lt;c&gt; &amp;amp; &nbsp;d', 'a b <c> &amp; d'],
    ['<pre>a\n  b</pre>', 'a\n  b'],
    ['See <a href="https://a.test/b">here</a>.', 'See here (https://a.test/b).'],
    [
      'See <a href="https://a.test/">a.test</a>, <a href="mailto:x@a.test">x@a.test</a>',
      'See a.test, x@a.test',
    ],
    [
      'new<blockquote>old<br>older<blockquote>oldest</blockquote></blockquote>',
      'new\n\n> old\n> older\n>\n> > oldest',
    ],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['<img src="https://x.test/y" alt="Logo">', '[Logo]'],
    ['<img src="data:image/png;base64,AAAA">', '[…]'],
    ['<style>a</style><script>b</script>', ''],
  ])('%s', async (given, said) => {
    expect(await text(given)).toBe(said);
  });
});

describe('what is too much', () => {
  test('is refused by size, or after two seconds, while everybody else is served', async () => {
    await expect(cleanHtml('x'.repeat(MAX_HTML + 1))).rejects.toMatchObject({
      fields: { html: ['too_long'] },
    });
    const began = performance.now();
    let longest = 0;
    let last = began;
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 10);
    const heavy = [
      '<div>'.repeat(49_000),
      '<'.repeat(250_000),
      `<a title="${'x'.repeat(250_000)}`,
      '&'.repeat(250_000),
    ];
    const outcomes = await Promise.allSettled([
      ...heavy.map((one) => cleanHtml(one)),
      cleanHtml('<b>me too</b>'),
    ]);
    clearInterval(watch);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({ fields: { html: ['too_complex'] } });
    expect(outcomes.at(-1)).toMatchObject({ value: { html: '<b>me too</b>' } });
    // this thread was never held up
    expect(longest).toBeLessThan(500);
    expect(performance.now() - began).toBeLessThan(15_000);
  }, 30_000);
});
