import { z } from 'zod';
import { priority, status } from './enums';
import { id } from './id';
import { snoozeAct } from './snooze';
import { tags } from './tag';
import { text } from './text';

/** What is done to a ticket by a macro, or to many at once; what is left out stays. Each is allowed as by hand. */
export const ticketActions = z
  .strictObject({
    status: status.optional(),
    priority: priority.optional(),
    topic: text({ max: 80, line: true }).nullable().optional(),
    assigned_agent: z
      .union([z.literal('me'), id])
      .nullable()
      .optional()
      .meta({ description: '`me`: whoever does it; null: nobody.' }),
    team: id.nullable().optional(),
    add_tags: tags.optional(),
    remove_tags: tags.optional(),
    snooze: snoozeAct.optional(),
    follow: z.boolean().optional().meta({ description: 'Whoever does it follows the ticket, or no longer.' }),
  })
  .meta({ id: 'TicketActions' });
export type TicketActions = z.infer<typeof ticketActions>;
export type TicketActionName = keyof TicketActions;

/**
 * What an act makes another value: statuses, priorities and topics as codes, people and teams by name, the tags that go
 * on or off parted by commas, sleep as its time or `reply`, following as `yes` or `no`.
 */
export const actionChange = z.object({
  field: z.enum(Object.keys(ticketActions.shape) as [TicketActionName, ...TicketActionName[]]),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
