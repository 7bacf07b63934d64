import { z } from 'zod';
import { REASON_CODES } from '../rules/routing-reason';
import { attachmentDto, attachmentIds } from './attachment';
import { knownFactDto } from './customer-facts';
import { mergedCustomerDto } from './customer-merge';
import { customerNoteDto } from './customer-note';
import { emailAddress } from './email-address';
import { channel, language, languages, priority, role, status } from './enums';
import { id } from './id';
import { bodyFields, MAX_BODY, needsBody } from './message-body';
import { organisationRef } from './organisation';
import { ratingDto } from './rating';
import { inReport } from './report';
import { tag, tags } from './tag';
import { text } from './text';
import { ticketActions } from './ticket-actions';
import { inFuture, span, time } from './time';
import { urgencyLevel, urgencyReason } from './urgency';
import {
  GROUPS,
  MESSAGE_FORMATS,
  PROMISE_ACTS,
  SCORES,
  SEND_IFS,
  SORTS,
  STOP_REASONS,
  URGENCY_LEVELS,
} from './values';

export { id };

/** Where a ticket is named in a path, its number is accepted as well. */
export const ticketRef = z
  .string()
  .max(36)
  .regex(/^([0-9]{1,15}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$/, 'id')
  .meta({ description: 'UUID or number of the ticket', example: '1042' });

const subject = text({ max: 200, line: true });
const body = text({ max: MAX_BODY });
const topic = text({ max: 80, line: true });

const reasonCode = z.enum(REASON_CODES);
const reasonParams = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));

export const personRef = z.object({ id: z.string(), name: z.string() }).meta({ id: 'PersonRef' });

/** A ticket as its reader may see it. Customers get no routing text, and `last_seq` counts what they may see. */
export const ticketDto = z
  .object({
    id: z.string(),
    number: z.number().int(),
    subject: z.string(),
    description: z.string(),
    status,
    priority,
    channel,
    topic: z.string().nullable(),
    languages: z.array(z.string()),
    customer: z.object({
      id: z.string(),
      name: z.string(),
      is_vip: z.boolean().optional().meta({ description: 'Staff: he or his organisation is.' }),
      organisation: organisationRef.nullable().optional().meta({ description: 'Staff only.' }),
    }),
    assigned_agent: z.string().nullable(),
    team: z.string().nullable(),
    /** Why routing gave it to somebody or why it waits: in English, and as a code with its facts for translation. */
    routing: z.object({ text: z.string().nullable(), code: reasonCode.nullable(), params: reasonParams }),
    waiting_since: z.string().nullable(),
    version: z.number().int(),
    last_seq: z.number().int(),
    created_at: z.string(),
    updated_at: z.string(),
    /** The assignee's name, so that a list needs no second request. */
    assigned_agent_name: z.string().nullable(),
    team_name: z.string().nullable(),
    /** The last line that its reader may see: whose, and how it begins (140 characters). */
    preview: z.object({ author: z.string(), text: z.string(), is_internal: z.boolean() }).nullable(),
    follow_up_of: z.number().int().nullable(),
    /** Where the conversation went on, when this ticket was merged. */
    merged_into: z.object({ id: z.string(), number: z.number().int() }).nullable(),
    /** Staff: the ticket whose messages began this one. */
    split_from: z.number().int().nullable().optional(),
    /** Staff: asleep until a time, or (`until` null) until the customer answers. */
    snooze: z.object({ until: z.string().nullable() }).nullable().optional(),
    /** Staff: the time, still to come, that it slept to before an answer woke it. */
    woken_from: z.string().nullable().optional(),
    /** Staff: the customer only said thanks, and the ticket stayed as it was. */
    thanked_at: z.string().nullable().optional(),
    /** Staff: what happens if nobody has answered by then; `is_due`: the time came, somebody should look. */
    promise: z
      .object({ at: z.string(), act: z.enum(PROMISE_ACTS), is_due: z.boolean() })
      .nullable()
      .optional(),
    /** What the customer said of the resolution that holds; null where nothing was, and nothing can be. */
    rating: ratingDto.nullable(),
    /** Staff: whether the customer may be asked how it was. */
    ask_rating: z.boolean().optional(),
    is_spam: z.boolean(),
    is_deleted: z.boolean(),
    /** Staff: how soon somebody should answer, from 0 (no hurry) to 3, by the workspace's rules, and why. */
    urgency: urgencyLevel.optional(),
    urgency_reasons: z.array(urgencyReason).optional(),
    /** Staff: whether the reader has an unsent text on it. Answers of acts and live pushes, which speak to many, leave it out. */
    has_draft: z.boolean().optional(),
    /** Staff: their own words on it. */
    tags: z.array(z.string()).optional(),
    /** Staff: whether somebody else wrote since the reader last looked. Left out as `has_draft` is. */
    is_unread: z.boolean().optional(),
  })
  .meta({ id: 'Ticket' });
export type TicketDto = z.infer<typeof ticketDto>;

/** How a public reply travels to the customer's mailbox; null where nothing is mailed or the reader is a customer. */
export const deliveryDto = z
  .object({
    state: z.enum(['queued', 'sending', 'sent', 'deferred', 'failed', 'no_address']),
    detail: z.string().nullable(),
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
    /** Made once from the body: `markdown` is safe to show as it is, `html` (a mail's) in a sandboxed frame alone. */
    html: z.string().nullable(),
    is_internal: z.boolean(),
    /** Addresses that got a copy by mail. */
    cc: z.array(z.string()),
    attachments: z.array(attachmentDto),
    delivery: deliveryDto.nullable(),
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
  .omit({ delivery: true, origin: true, edited_at: true, removed: true })
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

export const postedMessageDto = messageDto.extend({
  ticket: ticketDto,
  /** Set when it waits: then it is no message yet, and `ticket` is as it was. */
  held: heldMessageDto.nullable(),
});
export type PostedMessage = z.infer<typeof postedMessageDto>;

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

export const createTicketInput = z
  .strictObject({
    subject,
    description: body,
    priority: priority.default('MEDIUM'),
    topic: topic.nullish(),
    languages: languages.default([]),
    channel: channel.optional(),
    customer: text({ max: 320, line: true })
      .optional()
      .meta({ description: 'Staff only: id, e-mail or external id of the customer.' }),
    attachments: attachmentIds.optional(),
  })
  .meta({ id: 'CreateTicket' });
export type CreateTicketInput = z.infer<typeof createTicketInput>;

export const editTicketInput = z
  .strictObject({
    version: z
      .number()
      .int()
      .min(1)
      .optional()
      .meta({ description: 'As it was read; tags, team and ask_rating alone need none.' }),
    subject: subject.optional(),
    priority: priority.optional(),
    topic: topic.nullable().optional(),
    languages: languages.optional(),
    team: id.nullable().optional(),
    tags: tags.optional().meta({ description: 'All of them: those that are not named go.' }),
    ask_rating: z
      .boolean()
      .optional()
      .meta({ description: 'Whether the customer may be asked by mail how the help was.' }),
    add_tags: tags.optional().meta({ description: 'Beside those it has, whoever gave them.' }),
    remove_tags: tags.optional(),
  })
  .superRefine(({ version, subject, priority, topic, languages }, ctx) => {
    const edits = [subject, priority, topic, languages].some((one) => one !== undefined);
    if (edits && version === undefined)
      ctx.addIssue({ code: 'custom', message: 'required', path: ['version'] });
  })
  .meta({ id: 'EditTicket' });
export type EditTicketInput = z.infer<typeof editTicketInput>;

export const promiseInput = z
  .strictObject({ at: inFuture, act: z.enum(PROMISE_ACTS).default('remind') })
  .meta({ id: 'Promise', description: 'What happens at `at` if the customer has not answered.' });
export type PromiseInput = z.infer<typeof promiseInput>;

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

export const applyMacroInput = z.strictObject({ canned_reply_id: id }).meta({ id: 'ApplyMacro' });
export const setStatusInput = z.strictObject({ status }).meta({ id: 'SetStatus' });
export const assignInput = z
  .strictObject({
    assigned_agent: id.nullable(),
    team: id.nullable().optional().meta({ description: 'The team as well; left out, it stays.' }),
  })
  .meta({ id: 'Assign' });
export type AssignInput = z.infer<typeof assignInput>;
export const readInput = z
  .strictObject({ message_id: id.meta({ description: 'The newest message that was seen.' }) })
  .meta({ id: 'MarkRead' });
export const mergeInput = z
  .strictObject({
    into: ticketRef,
    confirm_customers: z
      .boolean()
      .default(false)
      .meta({ description: 'The tickets are of two customers, and one shall see what the other wrote.' }),
    add_cc: z
      .boolean()
      .default(false)
      .meta({ description: 'Of two customers: the other one gets copies of the replies from now on.' }),
  })
  .meta({ id: 'Merge' });
export type MergeInput = z.infer<typeof mergeInput>;

export const splitInput = z
  .strictObject({
    messages: z.array(id).min(1).max(100),
    mode: z.enum(['move', 'copy']).default('move'),
    subject: subject.optional().meta({ description: 'The first sentence of the first message unless told.' }),
  })
  .meta({ id: 'Split' });
export type SplitInput = z.infer<typeof splitInput>;

export const editMessageInput = z.strictObject({ body }).meta({ id: 'EditMessage' });

export const spamInput = z.strictObject({ is_spam: z.boolean() }).meta({ id: 'MarkSpam' });

/** Values of one filter at most. */
const MOST = 10;
/** One value, or several parted by commas: any of them will do. */
const several = <T extends string>(one: z.ZodType<T>) =>
  z
    .string()
    .max(MOST * 81)
    .transform((s): unknown => s.split(','))
    .pipe(z.array(one).min(1).max(MOST));

export const listTicketsQuery = z.strictObject({
  status: several(status).optional(),
  priority: several(priority).optional(),
  channel: several(channel).optional(),
  urgency: several(z.enum(URGENCY_LEVELS))
    .optional()
    .meta({ description: 'Staff only: levels, e.g. `2,3`.' }),
  assignee: several(z.union([z.enum(['me', 'none']), id])).optional(),
  mentioned: z.enum(['me']).optional().meta({ description: 'Staff: tickets with a note that names me.' }),
  topic: several(topic).optional(),
  language: several(language).optional(),
  tag: several(tag).optional().meta({ description: 'Staff only.' }),
  organisation: several(id)
    .optional()
    .meta({ description: 'Staff only: ids of the customers’ organisations.' }),
  waiting_over: span
    .optional()
    .meta({ description: 'Nobody has answered the customer for longer than this.', example: '4h' }),
  q: text({ max: 200, line: true })
    .optional()
    .meta({ description: "Number, or part of the customer's name." }),
  search: text({ max: 200, line: true }).optional().meta({
    description: 'Words and operators as in `/tickets/search/`, in the order of `sort`.',
    example: 'loan is:open',
  }),
  sort: z.enum(SORTS).default('newest'),
  group: z.enum(GROUPS).optional().meta({
    description:
      'Staff only: rows of one group stand together, in `sort` among themselves; pages go through the groups.',
  }),
  limit: z
    .string()
    .regex(/^[1-9][0-9]?$|^100$/, 'limit')
    .default('50')
    .transform(Number),
  cursor: z.string().min(1, 'cursor').max(1_000).optional(),
  in: z.enum(['inbox', 'spam', 'trash']).default('inbox'),
  snoozed: z.enum(['yes', 'no']).optional().meta({ description: 'Staff only: asleep, or not.' }),
  in_report: inReport
    .optional()
    .meta({ description: 'Admins only: exactly the tickets that a number of the reports counted.' }),
});
export type ListTicketsQuery = z.infer<typeof listTicketsQuery>;

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

/** What the context column shows staff beside a ticket. */
export const ticketContextDto = z
  .object({
    customer: z.object({
      id: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      external_id: z.string().nullable(),
      phone: z.string().nullable(),
      facts: z.array(knownFactDto),
      merged: z.array(mergedCustomerDto),
      notes: z.array(customerNoteDto),
      links: z.array(z.object({ label: z.string(), url: z.string() })),
      is_vip: z.boolean().meta({ description: 'He or his organisation is.' }),
      organisation: organisationRef.nullable(),
      locale: z.string(),
      time_zone: z.string(),
      created_at: z.string(),
      ratings: z
        .array(
          z.object({
            number: z.number().int(),
            score: z.literal([...SCORES]),
            comment: z.string().nullable(),
            agent: z.string().nullable().meta({ description: 'Whose answer it is about.' }),
            answered_at: z.string(),
          }),
        )
        .meta({ description: 'His three latest, of tickets that the reader may see.' }),
    }),
    earlier: z.array(
      z.object({
        id: z.string(),
        number: z.number().int(),
        subject: z.string(),
        status,
        topic: z.string().nullable(),
        updated_at: z.string(),
        created_at: z.string(),
      }),
    ),
  })
  .meta({ id: 'TicketContext' });
export type TicketContextDto = z.infer<typeof ticketContextDto>;
