import { z } from 'zod';
import { listTicketsQuery } from './list-tickets';
import { cursor } from './page';
import { text } from './text';
import { ticketDto } from './ticket';

export const searchQuery = listTicketsQuery
  .pick({
    status: true,
    priority: true,
    channel: true,
    assignee: true,
    topic: true,
    language: true,
    tag: true,
    waiting_over: true,
    organisation: true,
  })
  .extend({
    q: text({ max: 200, line: true }).meta({
      description:
        'Words, "phrases", -without, OR, and operators: is: status: priority: assignee: from: topic: tag: lang: channel: has:attachment before: after:. The last word may be unfinished.',
      example: 'printer "error 123" -toner is:open',
    }),
    limit: z
      .string()
      .regex(/^([1-9]|[1-4][0-9]|50)$/, 'limit')
      .default('20')
      .transform(Number),
    cursor,
  });
export type SearchTicketsQuery = z.infer<typeof searchQuery>;

/** A piece of text, and whether it is one of the words that were looked for. Never markup. */
export const pieceDto = z.object({ text: z.string(), hit: z.boolean() }).meta({ id: 'Piece' });
export type PieceDto = z.infer<typeof pieceDto>;

export const ticketHitDto = z
  .object({
    ticket: ticketDto,
    /** The whole subject. */
    subject: z.array(pieceDto),
    /** The place in the message that fits best; empty when only the subject, number or customer does. */
    snippet: z.array(pieceDto),
    /** That message. */
    message_id: z.string().nullable(),
    /** It is an internal note. */
    is_internal: z.boolean(),
  })
  .meta({ id: 'TicketHit' });
export type TicketHitDto = z.infer<typeof ticketHitDto>;

export const customerHitDto = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    external_id: z.string().nullable(),
  })
  .meta({ id: 'CustomerHit' });
export type CustomerHitDto = z.infer<typeof customerHitDto>;

export const searchDto = z
  .object({
    results: z.array(ticketHitDto),
    /** For staff, on the first page: up to five customers whose name, address, phone or external id fits. */
    customers: z.array(customerHitDto),
    /** Tickets that fit and that this person may see; counted no further than 1,000. */
    total: z.number().int(),
    /** There are more than `total`. */
    capped: z.boolean(),
    /** Nothing was found, but something is written nearly like it. */
    suggestion: z.string().nullable(),
    next: z.string().nullable(),
  })
  .meta({ id: 'Search' });
export type SearchDto = z.infer<typeof searchDto>;
