import { z } from 'zod';
import { text } from './text';

const label = text({ max: 60, line: true });
export const factDto = z
  .strictObject({ label, value: text({ max: 500, line: true }) })
  .meta({ id: 'CustomerFact' });
/** As it is told: what a program told names it, and when. */
export const knownFactDto = z
  .object({
    label: z.string(),
    value: z.string(),
    source: z
      .string()
      .optional()
      .meta({ description: 'The program that told it; staff wrote down the others.' }),
    updated_at: z.string().optional().meta({ description: 'When it said so last.' }),
  })
  .meta({ id: 'CustomerFactTold' });
/** A customer by his id, e-mail address or external id. */
export const customerRef = text({ max: 320, line: true }).meta({
  description: 'Id, e-mail address or external id of the customer',
  example: 'carla@example.test',
});

export const factSource = text({ max: 60, line: true })
  .overwrite((s) => s.trim())
  .meta({ description: 'The program that knows it; staff reads it beside the facts.', example: 'CRM' });
export const setFactsInput = z
  .strictObject({ source: factSource, facts: z.array(factDto).max(50) })
  .meta({ id: 'SetFacts' });
export type SetFactsInput = z.infer<typeof setFactsInput>;

/** What a file of facts did. `line` is the line of the file (the header is 1); `rule` says what is wrong with it. */
export const factReportDto = z
  .object({
    rows: z.number().int(),
    updated: z.number().int().meta({ description: 'Customers about whom something else is known now.' }),
    unchanged: z.number().int().meta({ description: 'Customers about whom the file says what was known.' }),
    skipped: z.number().int().meta({ description: 'Rows that did not pass.' }),
    errors: z
      .array(z.object({ line: z.number().int(), rule: z.string() }))
      .meta({ description: 'The first 1,000 of them.' }),
    changes: z
      .array(
        z.object({
          customer: z.string(),
          label: z.string(),
          old: z.string().nullable(),
          new: z.string().nullable(),
        }),
      )
      .meta({
        description:
          'The first 50 facts that are others now: null where there was none, or is none any more.',
      }),
  })
  .meta({ id: 'FactReport' });
export type FactReportDto = z.infer<typeof factReportDto>;
