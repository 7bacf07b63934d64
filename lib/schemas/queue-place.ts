import { z } from 'zod';

/** Where a ticket stands that still waits for an agent. */
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
      })
      .nullable(),
  })
  .meta({ id: 'QueuePlace' });
export type QueuePlaceDto = z.infer<typeof queuePlaceDto>;
