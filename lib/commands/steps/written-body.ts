import { Invalid } from '../../errors';
import { cleanHtml } from '../../html/clean-html';
import { renderMarkdown } from '../../render-markdown';
import { MAX_BODY } from '../../schemas/message-body';
import type { PostMessageInput } from '../../schemas/post-message';
import type { NewMessage } from './write-message';

export type WrittenBody = Pick<NewMessage, 'body' | 'format' | 'html'>;

/**
 * What is kept of what somebody wrote. Markdown is rendered once, here; what would be out of all proportion is shown
 * as it was typed. HTML is cleaned, and its words are the body. Takes up to seconds: before a transaction, never in it.
 *
 * @throws Invalid `required` when nothing is left of the HTML; Invalid, Unavailable as `cleanHtml`.
 */
export async function writtenBody({
  body,
  format,
  html,
}: Pick<PostMessageInput, 'body' | 'html'> & { format?: PostMessageInput['format'] }): Promise<WrittenBody> {
  if (html !== undefined) {
    const clean = await cleanHtml(html);
    if (clean.text === '') throw new Invalid({ html: ['required'] });
    return { body: shortened(clean.text), format: 'html', html: clean.html };
  }
  const rendered = format === 'markdown' ? renderMarkdown(body) : null;
  return { body, format: rendered === null ? 'text' : 'markdown', html: rendered };
}

/** The words of a longer one are all in its HTML. */
function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= MAX_BODY ? text : `${characters.slice(0, MAX_BODY - 1).join('')}…`;
}
