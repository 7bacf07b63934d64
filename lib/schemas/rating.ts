import { z } from 'zod';
import { text } from './text';
import { SCORES } from './values';

const score = z.literal([...SCORES]).meta({
  description: 'From 1 (very bad) to 5 (very good).',
});
const comment = text({ max: 2_000 }).nullable();

/** What the customer said of the resolution that holds. */
export const ratingDto = z
  .object({
    score: score
      .nullable()
      .meta({ description: 'Null while he may still say something; staff is told then of no rating.' }),
    comment: z.string().nullable(),
    answered_at: z.string().nullable(),
    until: z.string().meta({ description: 'Until when it may be said, or changed.' }),
    agent: z
      .string()
      .nullable()
      .optional()
      .meta({ description: 'Staff: whose last public reply it is about.' }),
  })
  .meta({ id: 'Rating' });

export const rateInput = z
  .strictObject({
    score,
    comment: comment.optional().meta({ description: 'Left out, it stays as it was; null takes it out.' }),
  })
  .meta({ id: 'Rate' });
export type RateInput = z.infer<typeof rateInput>;

const token = text({ max: 200, line: true }).meta({
  description: 'What stands behind # in the mailed link.',
});
export const ratingLinkInput = z.strictObject({ token }).meta({ id: 'RatingLink' });
export const rateByLinkInput = rateInput.extend({ token }).meta({ id: 'RateByLink' });

/** What the holder of a mailed link sees without signing in. */
export const linkedRatingDto = z
  .object({
    ticket: z.object({ number: z.number().int(), subject: z.string() }),
    rating: ratingDto
      .omit({ agent: true })
      .nullable()
      .meta({ description: 'Null: the request is open again.' }),
  })
  .meta({ id: 'LinkedRating' });
export type LinkedRatingDto = z.infer<typeof linkedRatingDto>;
