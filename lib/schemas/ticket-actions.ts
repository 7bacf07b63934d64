import { z } from 'zod';
import { priority, status } from './enums';
import { id } from './id';
import { text } from './text';

/** What a macro does to a ticket; what is left out stays. Each is allowed to whoever may do it by hand. */
export const ticketActions = z
  .strictObject({
    status: status.optional(),
    priority: priority.optional(),
    topic: text({ max: 80, line: true }).nullable().optional(),
    assigned_agent: z
      .union([z.literal('me'), id])
      .nullable()
      .optional()
      .meta({ description: '`me`: whoever applies it; null: nobody.' }),
    team: id.nullable().optional(),
  })
  .meta({ id: 'TicketActions' });
export type TicketActions = z.infer<typeof ticketActions>;
export type TicketActionName = keyof TicketActions;
