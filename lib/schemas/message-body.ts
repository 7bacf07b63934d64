import type { z } from 'zod';
import { showsNothing, text } from './text';

/** Code points of what somebody wrote, and of HTML, which says less in more. */
export const MAX_BODY = 50_000;
const MAX_HTML = 256 * 1024;

/** A body as it comes: text, or HTML that is cleaned before anybody sees it; one of the two. */
export const bodyFields = {
  body: text({ max: MAX_BODY, required: false }).default(''),
  html: text({ max: MAX_HTML }).optional().meta({
    description:
      'Staff and machines: HTML, up to 256 KB, in place of `body`, which is made of it. Kept are text and its looks.',
  }),
};

/** Ends the check of an input that has {@link bodyFields}. */
export function needsBody({ body, html }: { body: string; html?: string | undefined }, ctx: z.RefinementCtx) {
  if (html === undefined && showsNothing(body))
    ctx.addIssue({ code: 'custom', path: ['body'], message: 'required', input: body });
  if (html !== undefined && body !== '')
    ctx.addIssue({ code: 'custom', path: ['html'], message: 'not_with_body', input: html });
}
