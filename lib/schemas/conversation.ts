import { z } from 'zod';
import { personRef } from './ticket';

/** A ticket as the talk that its customer and the team have (S1): public messages alone. */
export const conversationDto = z
  .object({
    id: z.string(),
    number: z.number().int(),
    customer: personRef,
    customer_rep: personRef.nullable(),
    status: z.enum(['waiting', 'active', 'closed']),
    latest_message: z.object({ user: z.string(), text: z.string() }),
    created_at: z.string(),
  })
  .meta({ id: 'Conversation' });
export type ConversationDto = z.infer<typeof conversationDto>;

export const conversationDetailDto = conversationDto
  .extend({
    messages: z.array(z.object({ id: z.string(), user: personRef, text: z.string(), timestamp: z.string() })),
    /** A cursor for the older ones at `/tickets/{ref}/messages/`. */
    messages_next: z.string().nullable(),
  })
  .meta({ id: 'ConversationDetail' });
export type ConversationDetailDto = z.infer<typeof conversationDetailDto>;
