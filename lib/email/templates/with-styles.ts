import { mono } from './look';
import type { Start } from './start';

/** What a message's elements look like in a mail; the colours follow the words around them, START is a side. */
const STYLES: Record<string, string> = {
  p: 'margin:0 0 12px',
  ul: 'margin:0 0 12px;padding:0;padding-START:24px',
  ol: 'margin:0 0 12px;padding:0;padding-START:24px',
  li: 'margin:0 0 4px',
  blockquote: 'margin:0 0 12px;padding:0;padding-START:12px;border-START:2px solid #a8a49a',
  pre: `margin:0 0 12px;padding:8px 12px;border:1px solid #a8a49a;white-space:pre-wrap;font:13px/20px ${mono}`,
  code: `font-family:${mono};font-size:13px`,
  h4: 'margin:16px 0 8px;font-size:17px;line-height:24px',
  h5: 'margin:16px 0 8px;font-size:15px;line-height:24px',
  h6: 'margin:16px 0 8px;font-size:15px;line-height:24px',
  hr: 'margin:16px 0;border:0;border-top:1px solid #a8a49a',
  table: 'margin:0 0 12px;border-collapse:collapse',
  th: 'padding:4px 8px;border:1px solid #a8a49a;text-align:start',
  td: 'padding:4px 8px;border:1px solid #a8a49a;text-align:start',
  a: 'text-decoration:underline;overflow-wrap:anywhere',
};
const ELEMENT = new RegExp(`<(${Object.keys(STYLES).join('|')})(?=[ >])`, 'g');

/**
 * Puts our styles on the elements of `renderMarkdown`'s HTML, in which every `<` of a person is escaped.
 *
 * @param accent colour of links; programs that show mails in the dark take theirs from the class.
 * @param start the side on which the mail's lines begin.
 */
export const withStyles = (html: string, accent: string, start: Start): string =>
  html.replace(ELEMENT, (_, name: string) =>
    name === 'a'
      ? `<a class="m-link" style="${STYLES.a};color:${accent}"`
      : `<${name} style="${STYLES[name]!.replaceAll('"', "'").replaceAll('START', start)}"`,
  );
