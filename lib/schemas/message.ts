import { z } from 'zod';
import { bodyFields, needsBody } from './message-body';
import { text } from './text';
import { id, messageDto, ticketDto, ticketRef } from './ticket';
import { time } from './time';

export const receiveMessageInput = z
  .strictObject({
    ...bodyFields,
    topic: text({ max: 80, line: true }).optional().meta({ description: 'Of a new ticket.' }),
    ticket: ticketRef.optional(),
    customer: text({ max: 320, line: true }).optional().meta({
      description:
        'Staff only: id, e-mail or external id of the customer who wrote it. An unknown external id is made.',
    }),
  })
  .superRefine(needsBody)
  .meta({ id: 'ReceiveMessage' });
export type ReceiveMessageInput = z.infer<typeof receiveMessageInput>;

export const receivedMessageDto = z
  .object({ ticket: ticketDto, message: messageDto })
  .meta({ id: 'ReceivedMessage' });
export type ReceivedMessage = z.infer<typeof receivedMessageDto>;

export const listMessagesQuery = z.strictObject({
  customer: text({ max: 320, line: true })
    .optional()
    .meta({ description: 'Staff only, and needed there: id, e-mail or external id.' }),
  since: time.optional().meta({ description: 'Messages after this time, to the millisecond.' }),
  cursor: z.string().min(1, 'cursor').max(400).optional(),
});
export type ListMessagesQuery = z.infer<typeof listMessagesQuery>;

/** A public message with the ticket that it is of. */
export const listedMessageDto = messageDto
  .extend({ ticket: z.object({ id, number: z.number().int() }) })
  .meta({ id: 'ListedMessage' });
export type ListedMessage = z.infer<typeof listedMessageDto>;
