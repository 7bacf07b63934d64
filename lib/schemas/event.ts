import { z } from 'zod';
import { priority } from './enums';
import { heldMessageDto, messageDto } from './message';
import { personRef, reasonCode, reasonParams, ticketDto } from './ticket';
import { PROMISE_ACTS, SCORES } from './values';

/** One line of a ticket's history, as told to its reader. `data` holds the facts of the event. */
export const eventDto = z
  .object({
    ticket_id: z.string(),
    seq: z.number().int(),
    type: z.string(),
    actor: personRef.nullable(),
    created_at: z.string(),
    data: z.object({
      from: z.string().nullable().optional(),
      to: z.string().nullable().optional(),
      reason: z.string().nullable().optional(),
      reason_code: reasonCode.optional(),
      reason_params: reasonParams.optional(),
      fields: z.array(z.string()).optional(),
      /** Staff: of `ticket.updated`, before and after. */
      priority: z.tuple([priority, priority]).optional(),
      topic: z.tuple([z.string().nullable(), z.string().nullable()]).optional(),
      /** Staff: of `tags.changed`. */
      added: z.array(z.string()).optional(),
      removed: z.array(z.string()).optional(),
      message: messageDto.optional(),
      /** Staff: the ticket on the other side of a merge or a split. */
      other: z.number().int().optional(),
      /** Staff: until when it sleeps, what woke it, what was promised. */
      until: z.string().nullable().optional(),
      woken_by: z.string().optional(),
      act: z.enum(PROMISE_ACTS).nullable().optional(),
      is_due: z.boolean().optional(),
      /** Staff: why a machine changed the status; the days of that, or until it will. */
      cause: z.enum(['no_answer', 'low_rating']).optional(),
      days: z.number().int().optional(),
      /** Of `ticket.rated`: what the customer says, and whether he had said something else before. */
      score: z.literal([...SCORES]).optional(),
      comment: z.string().nullable().optional(),
      changed: z.boolean().optional(),
      /** Staff: of `auto_reply.received`, what the machine's mail was. */
      sender: z.string().nullable().optional(),
      subject: z.string().optional(),
      /** Staff: of `call.changed`, what became of the call, and how long it was. */
      what: z.string().optional(),
      direction: z.enum(['in', 'out']).optional(),
      number: z.string().nullable().optional(),
      seconds: z.number().int().optional(),
      /** Staff: of `rating.spared`, whether the customer is not to be asked. */
      spared: z.boolean().optional(),
      /** Staff: the message that waits to leave, of `message.held`, `message.stopped` and `message.undone`. */
      held_id: z.string().optional(),
      /** As it is now, while it waits or is stopped. Live pushes carry it, the history leaves it out. */
      held: heldMessageDto.optional(),
      /** The ticket after the event; live pushes carry it, the history leaves it out. */
      ticket: ticketDto.optional(),
    }),
  })
  .meta({ id: 'Event' });
export type EventDto = z.infer<typeof eventDto>;
