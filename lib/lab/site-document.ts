import { directionOf } from '../rules/locales';
import type { Locale } from '../schemas/values';
import { SITE_WORDS } from './site-words';

const STYLE = `
:root{color-scheme:light dark;--paper:#fbf7ef;--ink:#2c2419;--soft:#7a6a55;--leaf:#5f7a3a;--line:#e5dac6}
@media(prefers-color-scheme:dark){:root{--paper:#1c1812;--ink:#efe6d6;--soft:#b3a389;--leaf:#a9c47f;--line:#3a3226}}
*{box-sizing:border-box;margin:0}
body{min-height:100vh;background:var(--paper);color:var(--ink);font:16px/1.5 Georgia,"Times New Roman","Noto Naskh Arabic",serif}
header,main,footer{max-width:60rem;margin:0 auto;padding:1.25rem clamp(1rem,5vw,2.5rem)}
header{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;border-bottom:1px solid var(--line)}
header b{font-size:1.15rem}nav{display:flex;gap:1.1rem;color:var(--soft);font-size:.9rem}
h1{font-size:clamp(1.7rem,6vw,3rem);font-weight:400;line-height:1.15;text-wrap:balance;margin-block-start:.75rem}
p{color:var(--soft);margin-block-start:.5rem;max-width:34rem}
ul{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:1rem;padding:0;margin-block-start:1.5rem;list-style:none}
li svg{display:block;width:100%;aspect-ratio:4/3;border-radius:8px;background:color-mix(in srgb,var(--leaf) 16%,var(--paper));color:var(--leaf)}
li span{display:block;font-size:.9rem}li span+span{color:var(--soft)}footer{color:var(--soft);font-size:.9rem}`;

/** A leaf, a cup and a pot. */
const PICTURES = [
  'M26 54C26 34 44 24 62 24c0 20-12 34-30 34M26 62c4-12 12-20 24-26',
  'M26 34h36v10a14 14 0 0 1-14 14h-8a14 14 0 0 1-14-14zM62 38h6a6 6 0 0 1 0 12h-7M30 66h32',
  'M30 40h32a16 16 0 0 1-8 26H38a16 16 0 0 1-8-26zM44 34h4M30 46 18 38M62 44c10-4 12 10 0 12',
];

/**
 * A page of another company's website, with the widget's one line in it.
 *
 * @param widget where the loader is, and the website's key.
 */
export function siteDocument(locale: Locale, { base, key }: { base: string; key: string }): string {
  const words = SITE_WORDS[locale];
  const goods = words.goods.map(
    ({ name, price }, n) =>
      `<li><svg viewBox="0 0 88 88" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${PICTURES[n]}"/></svg><span>${name}</span><span>${price}</span></li>`,
  );
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Leaf &amp; Kettle</title>
<style>${STYLE}</style>
<header><b>Leaf &amp; Kettle</b><nav>${words.menu.map((word) => `<span>${word}</span>`).join('')}</nav></header>
<main><h1>${words.claim}</h1><p>${words.about}</p><ul>${goods.join('')}</ul></main>
<footer>${words.foot}</footer>
<script async src="${base}/widget.js" data-widget="${key}" data-locale="${locale}"></script>
</html>`;
}
