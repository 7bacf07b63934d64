import { z } from 'zod';

/** How far the house is set up: facts, not ticks that somebody made. */
export const setupDto = z
  .object({
    /** Somebody else works here. */
    has_invited: z.boolean(),
    has_business_hours: z.boolean(),
    /** Somebody of the staff has answered a ticket. */
    has_answered: z.boolean(),
    /** A mail has left over a real mail server. */
    has_sent_mail: z.boolean(),
    is_done: z.boolean(),
    portal_url: z.string(),
    /** Where mail goes: caught here, or out over this server. */
    mail: z.object({ kind: z.enum(['mailbox', 'smtp']), server: z.string().nullable(), from: z.string() }),
  })
  .meta({ id: 'Setup' });
export type SetupDto = z.infer<typeof setupDto>;

export const demoDto = z
  .object({
    state: z.enum(['none', 'loading', 'loaded', 'removing']),
    tickets: z.number(),
    people: z.number(),
    /** Demo tickets that stay because somebody real has worked on them. */
    kept: z.number(),
  })
  .meta({ id: 'Demo' });
export type DemoDto = z.infer<typeof demoDto>;
