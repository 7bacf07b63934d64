import { z } from 'zod';
import { text } from './text';

/** What one of the staff wrote down about a customer; never told to customers. */
export const customerNoteDto = z
  .object({
    id: z.string(),
    body: z.string(),
    author: z.object({ id: z.string(), name: z.string() }),
    created_at: z.string(),
    edited_at: z.string().nullable(),
  })
  .meta({ id: 'CustomerNote' });
export type CustomerNoteDto = z.infer<typeof customerNoteDto>;

/** Notes about one customer: what is worth knowing of a person fits, a second file of him does not. */
export const MOST_NOTES = 50;
export const customerNoteInput = z
  .strictObject({ body: text({ max: 4_000 }) })
  .meta({ id: 'WriteCustomerNote' });
export type CustomerNoteInput = z.infer<typeof customerNoteInput>;
