import { z } from 'zod';
import { attachmentIds } from './attachment';
import { emailAddress } from './email-address';
import { status } from './enums';
import { id } from './id';
import { promiseInput } from './lifecycle';
import { heldMessageDto, messageDto } from './message';
import { bodyFields, MAX_BODY, needsBody } from './message-body';
import { text } from './text';
import { ticketDto } from './ticket';
import { ticketActions } from './ticket-actions';
import { time } from './time';

/** Addresses in copy, each once. */
export const addresses = z
  .array(emailAddress)
  .max(20)
  .overwrite((list) => [...new Set(list)]);

/** Ids of colleagues whom a note names, each once. */
export const mentions = z
  .array(id)
  .max(20)
  .overwrite((list) => [...new Set(list)]);

export const postMessageInput = z
  .strictObject({
    ...bodyFields,
    format: z
      .enum(['text', 'markdown'])
      .optional()
      .meta({ description: 'Staff only: how `body` is written; `text` unless told.' }),
    is_internal: z.boolean().default(false),
    status: status.optional().meta({ description: 'Staff only: the status that this reply sets.' }),
    based_on: id
      .optional()
      .meta({ description: 'Newest message the author has seen; a newer one refuses the reply.' }),
    attachments: attachmentIds.optional(),
    hold_seconds: z
      .number()
      .int()
      .min(0)
      .max(60)
      .optional()
      .meta({ description: 'Staff only: seconds in which it can be taken back; nothing leaves before.' }),
    send_at: time.optional().meta({
      description: 'Staff only: when it shall leave, up to a year from now. Not with `hold_seconds`.',
    }),
    send_if: z
      .enum(['always', 'no_reply'])
      .optional()
      .meta({ description: 'With `send_at`: always (unless told), or only if nobody has answered by then.' }),
    cc: addresses.optional().meta({
      description: 'Staff only: who gets a copy, from now on. Left out: who got one so far. `[]`: nobody.',
    }),
    confirmed_recipients: addresses
      .optional()
      .meta({ description: 'Addresses in `cc` that are new to the ticket and meant.' }),
    draft_revision: z
      .number()
      .int()
      .min(0)
      .max(2_000_000_000)
      .optional()
      .meta({ description: 'The author’s draft up to this revision ends with the message.' }),
    actions: ticketActions.optional().meta({
      description: 'Staff only: done with the message, all of it or nothing; `status` above goes first.',
    }),
    canned_reply_id: id.optional().meta({
      description:
        'Staff only: the canned reply that was used. A variable left in the text refuses the message.',
    }),
    promise: promiseInput
      .optional()
      .meta({ description: 'Staff only: what happens if the customer has not answered by a time.' }),
    mentions: mentions
      .optional()
      .meta({ description: 'Notes only: ids of colleagues who are named in it, and may see the ticket.' }),
  })
  .superRefine(needsBody)
  .meta({ id: 'PostMessage' });
export type PostMessageInput = z.infer<typeof postMessageInput>;

export const sendHeldInput = z
  .strictObject({
    based_on: id
      .optional()
      .meta({ description: 'Newest message the author has seen by now: it leaves although somebody wrote.' }),
  })
  .meta({ id: 'SendHeld' });

export const editMessageInput = z.strictObject({ body: text({ max: MAX_BODY }) }).meta({ id: 'EditMessage' });

export const postedMessageDto = messageDto.extend({
  ticket: ticketDto,
  /** Set when it waits: then it is no message yet, and `ticket` is as it was. */
  held: heldMessageDto.nullable(),
});
export type PostedMessage = z.infer<typeof postedMessageDto>;
