import { z } from 'zod';
import { text } from './text';

/** Tags that one ticket may have. */
export const MAX_TAGS = 20;

/** One tag as it is kept: lower case, single spaces, without the `#` that people type before it. No comma: lists use it. */
export const tag = z
  .string()
  .max(200, { error: 'too_long', abort: true })
  .overwrite((s) => s.toWellFormed().replace(/\s+/g, ' ').trim().replace(/^#+ ?/, '').toLowerCase())
  .pipe(text({ max: 40, line: true }).refine((s) => !s.includes(','), 'comma'))
  .meta({ type: 'string', maxLength: 40, minLength: 1 });

export const tags = z
  .array(tag)
  .max(MAX_TAGS)
  .overwrite((list) => [...new Set(list)].sort());

export const listTagsQuery = z.strictObject({
  q: text({ max: 40, line: true, required: false })
    .optional()
    .meta({ description: 'How it begins, or part of it.' }),
});
