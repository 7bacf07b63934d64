import { z } from 'zod';
import { channel } from './enums';
import { time } from './time';

export const labArrivalsQuery = z.strictObject({ since: time });

/** What came to the desk since a moment, and where it is. */
export const labArrivalsDto = z
  .object({
    groups: z
      .array(
        z.object({
          channel,
          language: z.string().nullable(),
          agent: z.string().nullable().meta({ description: 'Who has it; null: it waits.' }),
          n: z.number(),
          missed: z
            .number()
            .meta({ description: 'Of these, whose caller hung up before anybody spoke with him.' }),
        }),
      )
      .meta({ description: 'At most 200.' }),
  })
  .meta({ id: 'LabArrivals' });
export type LabArrivalsDto = z.infer<typeof labArrivalsDto>;
