import { render, toPlainText } from 'react-email';
import type { MailFacts } from './mail-facts';
import { templateOf } from './templates/template-of';
import { textsFor } from './texts/texts-for';

type TextOptions = NonNullable<Parameters<typeof toPlainText>[1]>;

/** Plain text as a person would write it: no wrapping (it breaks addresses), headings as they are, lines kept. */
const plain: TextOptions = {
  wordwrap: false,
  selectors: [
    { selector: '[data-skip-in-text]', format: 'skip' },
    { selector: '.plain-skip', format: 'skip' },
    { selector: 'h1', options: { uppercase: false } },
    { selector: '.words', format: 'pre', options: { leadingLineBreaks: 1, trailingLineBreaks: 2 } },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: false } },
  ],
};

/** A mail as HTML and as text, from the same template. React escapes everything that a person wrote. */
export async function renderMail(mail: MailFacts): Promise<{ html: string; text: string }> {
  const html = await render(templateOf(mail, textsFor(mail.locale)));
  const text = toPlainText(html, plain)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { html, text: `${text}\n` };
}
