import { z } from 'zod';
import { heldMessageDto, messageDto } from './message';
import { ticketDto } from './ticket';

export const ticketDetailDto = ticketDto
  .extend({
    messages: z.array(messageDto),
    messages_next: z.string().nullable(),
    /** For staff alone: what waits to leave, or was stopped. */
    held: z.array(heldMessageDto).optional(),
    /** For staff alone: the newest message that the reader had seen when he last looked; null when he never did. */
    read_up_to: z.string().nullable().optional(),
  })
  .meta({ id: 'TicketDetail' });
export type TicketDetailDto = z.infer<typeof ticketDetailDto>;
