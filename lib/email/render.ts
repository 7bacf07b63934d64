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
  const texts = textsFor(mail.locale);
  const html = await render(templateOf(mail, texts));
  const text = toPlainText(
    isFormatted(mail) ? await render(templateOf(unformatted(mail), texts)) : html,
    plain,
  )
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { html, text: `${text}\n` };
}

const isFormatted = (mail: MailFacts) =>
  'message' in mail && [mail.message, ...moreOf(mail)].some(({ html }) => html !== null);
const moreOf = (mail: MailFacts) => ('more' in mail ? mail.more : []);

/** Markdown was made to be read as it is typed: the text part has the source. */
const unformatted = (mail: MailFacts): MailFacts =>
  'message' in mail
    ? {
        ...mail,
        message: { ...mail.message, html: null },
        ...('more' in mail ? { more: mail.more.map((one) => ({ ...one, html: null })) } : {}),
      }
    : mail;
