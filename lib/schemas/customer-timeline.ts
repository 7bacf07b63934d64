import { z } from 'zod';
import { channel, role, status } from './enums';

export const timelineQuery = z.strictObject({ cursor: z.string().min(1, 'cursor').max(400).optional() });

/** A message of one of a customer's tickets, whichever way that came. */
export const timelineEntryDto = z
  .object({
    id: z.string(),
    ticket: z.object({ number: z.number().int(), subject: z.string(), status, channel }),
    author: z.object({ name: z.string(), role }),
    is_internal: z.boolean(),
    /** How it begins, in one line. */
    text: z.string(),
    created_at: z.string(),
  })
  .meta({ id: 'TimelineEntry' });
export type TimelineEntryDto = z.infer<typeof timelineEntryDto>;
