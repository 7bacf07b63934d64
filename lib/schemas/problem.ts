import { z } from 'zod';

/** The one error shape (spec/reliability.md §4). `fields` maps a path in the input to the rules it broke. */
export const problemDto = z
  .object({
    error: z.looseObject({
      code: z.string(),
      message: z.string(),
      fields: z.record(z.string(), z.array(z.string())).optional(),
      requestId: z.string(),
    }),
  })
  .meta({ id: 'Problem' });
export type ProblemDto = z.infer<typeof problemDto>;

export const detailDto = z.object({ detail: z.string() }).meta({ id: 'Detail' });
