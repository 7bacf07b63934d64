import { z } from 'zod';
import { PLATFORMS, TASK_STATUSES } from '../rules/contact-centre';
import { languages } from './enums';
import { id } from './id';
import { text } from './text';
import { ticketRef } from './ticket';

/** Tickets and tasks in a contact centre's words (S0). */

/** 32 bits, as S0 has them. */
const number = z.number().int().min(-2_147_483_648).max(2_147_483_647);
const restriction = z
  .union([languages, z.strictObject({})], { error: 'not_allowed' })
  .transform((given) => (Array.isArray(given) ? given : []))
  .meta({ description: 'Languages of which an agent must speak all; `[]` and `{}`: any.' });
const platform = z.enum(PLATFORMS);

/** What a client got and sends back: taken, and not looked at. */
const given = z.string().max(64).optional().meta({ description: 'Not looked at.' });

export const contactTicketDto = z
  .object({
    id: z.string(),
    restriction: z.array(z.string()),
    platform,
    priority: z.number().int(),
  })
  .meta({ id: 'ContactTicket' });
export type ContactTicketDto = z.infer<typeof contactTicketDto>;

export const createContactTicketInput = z
  .strictObject({
    id: given,
    platform,
    restriction: restriction.optional(),
    priority: number.default(1).meta({
      description: '0 LOW, 1 MEDIUM, 2 HIGH, 3 and more URGENT, of which the higher number is first.',
    }),
    customer: text({ max: 320, line: true })
      .optional()
      .meta({ description: 'Id, e-mail or external id; without one it is an unnamed contact.' }),
  })
  .meta({ id: 'CreateContactTicket' });
export type CreateContactTicketInput = z.infer<typeof createContactTicketInput>;

export const editContactTicketInput = z
  .strictObject({
    id: given,
    platform: platform.optional().meta({ description: 'As it is; it cannot become another one.' }),
    restriction: restriction.optional(),
    priority: number.optional(),
  })
  .meta({ id: 'EditContactTicket' });
export type EditContactTicketInput = z.infer<typeof editContactTicketInput>;

export const taskDto = z
  .object({
    id: z.string(),
    ticket: z.string(),
    agent: z.string().nullable(),
    status: z.enum(TASK_STATUSES),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .meta({ id: 'Task' });
export type TaskDto = z.infer<typeof taskDto>;

/** A task that somebody made or gave to another one; by hand that may be above limits, and is said. */
export const givenTaskDto = taskDto.extend({ warnings: z.array(z.string()) });

export const createTaskInput = z
  .strictObject({
    id: given,
    created_at: given,
    updated_at: given,
    ticket: ticketRef,
    agent: id
      .nullish()
      .meta({ description: 'Who gets it, as by hand; without one routing chooses, now if it can.' }),
    status: z.literal('open').optional(),
  })
  .meta({ id: 'CreateTask' });
export type CreateTaskInput = z.infer<typeof createTaskInput>;

export const editTaskInput = z
  .strictObject({
    id: given,
    created_at: given,
    updated_at: given,
    ticket: given,
    agent: id.optional().meta({ description: 'Another one’s: a new task begins.' }),
    status: z.enum(TASK_STATUSES).optional(),
  })
  .meta({ id: 'EditTask' });
export type EditTaskInput = z.infer<typeof editTaskInput>;
