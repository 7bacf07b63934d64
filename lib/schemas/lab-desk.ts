import { z } from 'zod';

/** How it stands at the desk, for who plays its customers. */
export const labDeskDto = z
  .object({
    people: z.array(
      z.object({
        name: z.string(),
        is_there: z.boolean(),
        load: z.number(),
        capacity: z.number(),
        load_calls: z.number(),
        capacity_calls: z.number(),
      }),
    ),
    waiting: z.number().meta({ description: 'Tickets in the queue.' }),
    unsolved: z.number().meta({ description: 'All that clearing the desk would solve.' }),
  })
  .meta({ id: 'LabDesk' });
export type LabDeskDto = z.infer<typeof labDeskDto>;
