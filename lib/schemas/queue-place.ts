import { z } from 'zod';
import { WAIT_BASES } from '../rules/queue-place';

/** Where a ticket stands that still waits for an agent, and when somebody is there. */
export const queuePlaceDto = z
  .object({
    /** From 1, among the waiting tickets that the same agents could take; null: it does not wait, or too far back to say. */
    place: z.number().int().nullable(),
    /** How long first answers took of late, in seconds; null while there are too few to say. */
    wait: z
      .object({
        /** Half of the answers came within this time … */
        half: z.number().int(),
        /** … and nine in ten within this one. */
        most: z.number().int(),
        /** Answers to tickets of its kind and languages in the last hour, in the last 7 days, or those of all. */
        based_on: z.enum(WAIT_BASES),
      })
      .nullable(),
    /** It is closed now, and somebody is back then; null while it is open, or where no hours are set. */
    opens_at: z.string().nullable(),
  })
  .meta({ id: 'QueuePlace' });
export type QueuePlaceDto = z.infer<typeof queuePlaceDto>;
