import { z } from 'zod';
import { CALL_STATES, CALL_WISHES } from '../rules/call-states';

const ref = z.object({ id: z.string(), name: z.string() });

/** A call as staff sees it. */
export const callDto = z
  .object({
    id: z.string(),
    direction: z.enum(['in', 'out']),
    state: z.enum(CALL_STATES),
    /** The customer's; null when he hides it. */
    number: z.string().nullable(),
    line: ref,
    /** Who speaks with him, or is being put through. */
    agent: ref.nullable(),
    started_at: z.string(),
    answered_at: z.string().nullable(),
    held_at: z.string().nullable(),
    /** Null while the customer is on the line. */
    ended_at: z.string().nullable(),
  })
  .meta({ id: 'Call' });
export type CallDto = z.infer<typeof callDto>;

/** With the ticket that it is about, for the bar over every page. */
export const myCallDto = callDto
  .extend({
    ticket: z.object({ id: z.string(), number: z.number().int(), subject: z.string() }),
    customer: ref,
  })
  .meta({ id: 'MyCall' });
export type MyCallDto = z.infer<typeof myCallDto>;

export const lineCallDto = callDto
  .extend({
    ticket: z.object({ number: z.number().int() }).nullable(),
    /** What the provider could not do for us. */
    trouble: z.string().nullable(),
  })
  .meta({ id: 'LineCall' });
export type LineCallDto = z.infer<typeof lineCallDto>;

export const callWish = z.enum(CALL_WISHES);
