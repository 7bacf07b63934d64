import { z } from 'zod';

/** Where a page of a list begins: what the page before answered as `next`. */
export const cursor = z.string().min(1, 'cursor').max(1_000).optional();

/** What every list takes that is read page by page. */
export const page = {
  limit: z
    .string()
    .regex(/^[1-9][0-9]?$|^100$/, 'limit')
    .default('50')
    .transform(Number),
  cursor,
};
