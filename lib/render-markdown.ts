import MarkdownIt from 'markdown-it';
import { safeHref } from './rules/safe-href';

/**
 * Markdown as HTML that is safe to show: tags that somebody wrote are text, links lead to http, https and mailto only,
 * nothing is loaded (no pictures). Rendered once, when a message is written (docs/decisions/015-message-bodies.md).
 */
const options = { html: false, breaks: true } as const;
const reader = ready(new MarkdownIt({ ...options, linkify: true }));
/** Looking for addresses is what costs most; a text with more of them than a person writes gets them as text. */
const withoutLooking = ready(new MarkdownIt(options));
const MOST_ADDRESSES = 500;

/** Longer than any text of 50,000 characters that was written to be read; a wall of markup is shown as it was typed. */
const MOST_HTML = 250_000;

/** @returns null when what came out is out of all proportion: then the text is shown as plain text. */
export function renderMarkdown(source: string): string | null {
  const addresses = source.match(/:\/\/|@/g)?.length ?? 0;
  const html = (addresses > MOST_ADDRESSES ? withoutLooking : reader).render(source);
  return html.length > MOST_HTML ? null : html;
}

function ready(md: MarkdownIt): MarkdownIt {
  // `readme.md` and `e.g.this` are words, not addresses
  md.linkify.set({ fuzzyLink: false });
  md.validateLink = (url) => safeHref(url) !== null;
  md.disable('image');
  md.renderer.rules.link_open = (tokens, index, _options, _env, self) => {
    const token = tokens[index]!;
    token.attrSet('target', '_blank');
    token.attrSet('rel', 'noopener noreferrer nofollow');
    return self.renderToken(tokens, index, options);
  };
  // a message stands below a page's headings
  for (const rule of ['heading_open', 'heading_close'] as const) {
    md.renderer.rules[rule] = (tokens, index, _options, _env, self) => {
      const token = tokens[index]!;
      token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 3)}`;
      return self.renderToken(tokens, index, options);
    };
  }
  return md;
}
