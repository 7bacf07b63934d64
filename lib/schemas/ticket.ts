import { z } from 'zod';
import { REASON_CODES } from '../rules/routing-reason';
import { attachmentIds } from './attachment';
import { callDto } from './call';
import { channel, languages, priority, status } from './enums';
import { id } from './id';
import { MAX_BODY } from './message-body';
import { organisationRef } from './organisation';
import { ratingDto } from './rating';
import { tags } from './tag';
import { text } from './text';
import { urgencyLevel, urgencyReason } from './urgency';
import { PROMISE_ACTS } from './values';

/** Where a ticket is named in a path, its number is accepted as well. */
export const ticketRef = z
  .string()
  .max(36)
  .regex(/^([0-9]{1,15}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$/, 'id')
  .meta({ description: 'UUID or number of the ticket', example: '1042' });

export const subject = text({ max: 200, line: true });
const body = text({ max: MAX_BODY });
export const topic = text({ max: 80, line: true });

export const reasonCode = z.enum(REASON_CODES);
export const reasonParams = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));

export const personRef = z.object({ id: z.string(), name: z.string() }).meta({ id: 'PersonRef' });

/** Why routing did something: in English, and as a code with its facts for translation. */
export const routingReason = z.object({
  text: z.string().nullable(),
  code: reasonCode.nullable(),
  params: reasonParams,
});

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
    /** Why routing gave it to somebody, or why it waits. */
    routing: routingReason,
    /** Staff: the agent at whom it rings, until he accepts, declines or the time is over. */
    ringing: z.object({ agent: personRef, until: z.string() }).nullable().optional(),
    /** Staff: the last telephone call about it. */
    call: callDto.nullable().optional(),
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
export const spamInput = z
  .strictObject({
    is_spam: z.boolean(),
    block_sender: z
      .boolean()
      .optional()
      .meta({ description: 'Whether whatever its customer writes is spam from now on; left out: as it is.' }),
  })
  .meta({ id: 'MarkSpam' });
export type MarkSpamInput = z.infer<typeof spamInput>;
