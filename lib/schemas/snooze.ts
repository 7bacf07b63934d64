import { z } from 'zod';
import { inFuture, span } from './time';

export const snoozeInput = z
  .strictObject({
    until: inFuture
      .nullable()
      .meta({ description: 'When it comes back, up to a year from now; null: when the customer answers.' }),
  })
  .meta({ id: 'Snooze' });
export type SnoozeInput = z.infer<typeof snoozeInput>;

/** As one of a ticket's acts: also by how long it sleeps from when it is done, for what is kept and done again. */
export const snoozeAct = z.union([
  snoozeInput,
  z
    .strictObject({ for: span.meta({ example: '3d' }) })
    .meta({ id: 'SnoozeFor', description: 'Minutes, hours or days from when it is done.' }),
]);
export type SnoozeAct = z.infer<typeof snoozeAct>;
