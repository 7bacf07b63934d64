import { z } from 'zod';
import { urgencyLevel } from './urgency';

/** Why a ticket stands among what somebody should do, the most pressing reason first. */
export const WORK_REASONS = ['stopped', 'promise_due', 'mention', 'waiting', 'wakes', 'promise'] as const;

const workTicketDto = z.object({
  id: z.string(),
  number: z.number().int(),
  subject: z.string(),
  customer: z.string(),
  urgency: urgencyLevel,
});

/** What somebody's day holds. */
export const workDto = z
  .object({
    /** Each ticket once, with its most pressing reason; the ten most pressing. */
    todo: z.array(
      workTicketDto.extend({
        why: z.enum(WORK_REASONS).meta({
          description:
            'A message of mine was stopped · no answer came by the time that I watched · a note names me, unread · the ' +
            'customer waits · it wakes today · I watch for an answer until a time today.',
        }),
        at: z.string().meta({ description: 'Since when, or (`wakes`, `promise`) when.' }),
      }),
    ),
    /** What nobody holds and I could take: the next three in the queue, and how many there are. */
    free: z.object({
      tickets: z.array(workTicketDto.extend({ since: z.string() })),
      count: z.number().int(),
      capped: z.boolean(),
    }),
    /** Since midnight where I am. */
    today: z.object({
      replies: z.number().int(),
      solved: z.number().int().meta({ description: 'Tickets that I solved.' }),
    }),
  })
  .meta({ id: 'Work' });
export type WorkDto = z.infer<typeof workDto>;
