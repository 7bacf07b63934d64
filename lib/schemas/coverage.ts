import { z } from 'zod';
import { LANES } from '../rules/queue-order';
import { language } from './enums';

const WEEKS = ['4', '8', '12'] as const;
const wholeNumber = (text: RegExp) => z.string().regex(text).transform(Number);

export const coverageQuery = z.strictObject({
  weeks: z.enum(WEEKS).default('8').transform(Number).meta({ description: 'Whole weeks up to yesterday.' }),
  kind: z.enum(LANES).default('other'),
  language: z
    .union([z.literal('none'), language])
    .optional()
    .meta({ description: 'Tickets with it, and the people who speak it; `none`: tickets with none.' }),
  share: wholeNumber(/^[1-9]\d$/)
    .optional()
    .meta({ description: 'Percent that are to be answered in time, 10 to 99; 80 unless told.' }),
  seconds: wholeNumber(/^\d{1,6}$/)
    .optional()
    .meta({
      description: 'In which time; 20 s for calls, 60 s for chats, an hour for the rest unless told.',
    }),
});
export type CoverageQuery = z.infer<typeof coverageQuery>;

const count = z.number().int();
const date = z.string();

export const coverageDto = z
  .object({
    /** The days that were looked at, both included, in this zone. */
    from: date,
    to: date,
    time_zone: z.string(),
    /** Languages of the tickets of these days. */
    languages: z.array(z.string()),
    target: z.object({ share: z.number(), seconds: count }),
    /** How long a ticket takes a place, in seconds, and on how many it was measured; null: too few to say. */
    handling: z.object({ seconds: z.number().nullable(), n: count }),
    /** Tickets that a person has in work at a time, on average. */
    places: z.number(),
    tickets: count,
    /** The first day of which is known who was there; null: none. */
    present_from: date.nullable(),
    /** 168, Monday 0:00 first: an average week. */
    hours: z.array(
      z.object({
        arrivals: z.number(),
        /** People who were there; null: nobody knows. */
        present: z.number().nullable(),
        needed: count.nullable(),
        is_open: z.boolean(),
        /** Half of those that came in this hour were answered within it, seconds; of how many. */
        wait_seconds: count.nullable(),
        answered: count,
      }),
    ),
    /** What came in, day by day, up to yesterday. */
    past: z.array(z.object({ date, arrivals: count })),
    /** Null: too few tickets or weeks to forecast from. */
    forecast: z
      .object({
        days: z.array(
          z.object({
            date,
            holiday: z.string().nullable(),
            arrivals: z.number(),
            /** In the hour that needs most, and that hour; null: too few to say. */
            most_needed: z.object({ people: count, hour: count }).nullable(),
            /** People × hours over the day. */
            needed_hours: count.nullable(),
          }),
        ),
        /** Last week, forecast from those before: sum of misses ÷ what came. */
        error: z.object({ days: z.number(), hours: z.number() }).nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Coverage' });
export type CoverageDto = z.infer<typeof coverageDto>;
