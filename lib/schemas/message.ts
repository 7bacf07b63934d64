import { z } from 'zod';
import { attachmentDto } from './attachment';
import { role, status } from './enums';
import { id } from './id';
import { bodyFields, needsBody } from './message-body';
import { cursor } from './page';
import { text } from './text';
import { personRef, ticketDto, ticketRef } from './ticket';
import { time } from './time';
import { MESSAGE_FORMATS, SEND_IFS, STOP_REASONS } from './values';

/**
 * How a public reply travels to the customer's mailbox, or to his telephone (`via`); `read` once he has seen it there. Null
 * where nothing is mailed or the reader is a customer.
 */
export const deliveryDto = z
  .object({
    state: z.enum([
      'queued',
      'sending',
      'sent',
      'deferred',
      'failed',
      'bounced',
      'no_address',
      'delivered',
      'read',
    ]),
    detail: z.string().nullable(),
    /** By Messenger; a mail where it is not told. */
    via: z.literal('messenger').optional(),
  })
  .meta({ id: 'Delivery' });
export type DeliveryDto = z.infer<typeof deliveryDto>;

export const messageDto = z
  .object({
    id: z.string(),
    author: z.object({ id: z.string(), name: z.string(), role }),
    /** Plain text, or Markdown source. */
    body: z.string(),
    format: z.enum(MESSAGE_FORMATS),
    /** Made once from the body: `markdown` is safe to show as it is, `html` (a mail's) in a sandboxed frame alone.
     * Pictures among its own attachments stand in their places, by their addresses. */
    html: z.string().nullable(),
    is_internal: z.boolean(),
    /** Addresses that got a copy by mail. */
    cc: z.array(z.string()),
    attachments: z.array(attachmentDto),
    delivery: deliveryDto.nullable(),
    /** Staff: it came by mail, whose whole text is at `/messages/<id>/original/`. `is_forged`: its sender is not who it says. */
    mail: z.object({ is_forged: z.boolean() }).nullable(),
    /**
     * Staff: what was recorded of a call, with its file among the attachments. `voicemail` is what a caller left, `talk` (a
     * note) what was spoken; `seconds` is 0 where the provider did not tell.
     */
    recording: z
      .object({
        kind: z.enum(['voicemail', 'talk']),
        seconds: z.number().int(),
        transcript: z.string().nullable(),
      })
      .nullable(),
    created_at: z.string(),
    /** Staff: the ticket that it was written in, when it came here by a merge or a split. */
    origin: z.object({ id: z.string(), number: z.number().int() }).nullable(),
    edited_at: z.string().nullable(),
    /** The text was taken out, and by whom (staff alone is told); `body` is empty then. */
    removed: z.object({ at: z.string(), by: z.string().nullable() }).nullable(),
    /** The id the sender's screen gave it (its Idempotency-Key), so that the screen knows its own. */
    client_id: z.string().nullable(),
    /** Colleagues who are named in a note. */
    mentions: z.array(personRef),
  })
  .meta({ id: 'Message' });
export type MessageDto = z.infer<typeof messageDto>;

/** A message that has not left: for staff alone. Once it leaves it is a message of the same id. */
export const heldMessageDto = messageDto
  .omit({ delivery: true, mail: true, recording: true, origin: true, edited_at: true, removed: true })
  .extend({
    /** The status that it sets when it leaves. */
    status: status.nullable(),
    send_at: z.string(),
    /** `unseen`: unless anybody writes before (undo) · `no_reply`: unless an answer comes · `always`. */
    send_if: z.enum(SEND_IFS),
    state: z.enum(['held', 'stopped']),
    stop_reason: z.enum(STOP_REASONS).nullable(),
  })
  .meta({ id: 'HeldMessage' });
export type HeldMessageDto = z.infer<typeof heldMessageDto>;

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
  cursor,
});
export type ListMessagesQuery = z.infer<typeof listMessagesQuery>;

/** A public message with the ticket that it is of. */
export const listedMessageDto = messageDto
  .extend({ ticket: z.object({ id, number: z.number().int() }) })
  .meta({ id: 'ListedMessage' });
export type ListedMessage = z.infer<typeof listedMessageDto>;
