import { renderMarkdown } from '../../render-markdown';
import type { PostMessageInput } from '../../schemas/ticket';
import type { NewMessage } from './write-message';

/** Markdown is rendered once, here; what would be out of all proportion is shown as it was typed. */
export function writtenBody({
  body,
  format,
}: Pick<PostMessageInput, 'body' | 'format'>): Pick<NewMessage, 'body' | 'format' | 'html'> {
  const html = format === 'markdown' ? renderMarkdown(body) : null;
  return { body, format: html === null ? 'text' : 'markdown', html };
}
