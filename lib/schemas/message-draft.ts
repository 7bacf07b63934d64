import { z } from 'zod';
import { attachmentDto } from './attachment';
import { id } from './id';
import { heldMessageDto } from './message';
import { cursor } from './page';
import { addresses, mentions } from './post-message';
import { text } from './text';
import { personRef } from './ticket';
import { actionChange, ticketActions } from './ticket-actions';
import { DRAFT_KINDS, STOP_REASONS } from './values';

const revision = z.number().int().min(1).max(2_000_000_000);

/** A text that its author has not sent: one a person, ticket and kind. */
export const saveMessageDraftInput = z
  .strictObject({
    body: text({ max: 50_000, required: false }),
    cc: addresses.nullable().default(null).meta({ description: 'null: whoever is in copy on the ticket.' }),
    attachments: z.array(id).max(10).default([]),
    macro: z
      .strictObject({ canned_reply_id: id.nullable().default(null), actions: ticketActions.default({}) })
      .nullable()
      .default(null)
      .meta({ description: 'The canned reply that it comes from, and what it does when it is sent.' }),
    mentions: mentions.default([]).meta({ description: 'Ids of colleagues whom a note names.' }),
    revision: revision.meta({ description: 'Higher than the one it was made from; a lower one loses.' }),
  })
  .meta({ id: 'SaveMessageDraft' });
export type SaveMessageDraftInput = z.infer<typeof saveMessageDraftInput>;

export const discardMessageDraftQuery = z.strictObject({
  revision: z
    .string()
    .regex(/^[0-9]{1,10}$/)
    .transform(Number)
    .optional()
    .meta({ description: 'The newest one that its author has seen; a newer draft stays.' }),
});

export const messageDraftDto = z
  .object({
    kind: z.enum(DRAFT_KINDS),
    body: z.string(),
    /** Null: whoever is in copy on the ticket. */
    cc: z.array(z.string()).nullable(),
    attachments: z.array(z.string()),
    /** Those of them that can still be posted. */
    files: z.array(attachmentDto),
    /** Its macro; `changes` is what it would make another value of the ticket as it is, as in a macro's preview. */
    macro: z
      .object({
        canned_reply_id: z.string().nullable(),
        title: z.string().nullable(),
        actions: ticketActions,
        changes: z.array(actionChange),
      })
      .nullable(),
    mentions: z.array(personRef),
    /** 0 when there never was one. */
    revision: z.number().int(),
    /** What became of it, when nothing of it is left: a save with a revision up to this one comes too late. */
    ended: z.enum(['sent', 'discarded']).nullable(),
    /** Why it did not go out when its author sent it. */
    attention: z.enum(STOP_REASONS).nullable(),
    updated_at: z.string().nullable(),
  })
  .meta({ id: 'MessageDraft' });
export type MessageDraftDto = z.infer<typeof messageDraftDto>;

/** A line of "my drafts": a draft, or a message that was to leave and was stopped, or waits for its time. */
export const listedMessageDraftDto = z
  .object({
    ticket: z.object({
      id: z.string(),
      number: z.number().int(),
      /** Null, as the customer, when its author sees the ticket no more. */
      subject: z.string().nullable(),
      customer: personRef.nullable(),
    }),
    kind: z.enum(DRAFT_KINDS),
    body: z.string(),
    attention: z.enum(STOP_REASONS).nullable(),
    /** Set when it is a held message and not a draft. */
    held: heldMessageDto.pick({ id: true, send_at: true, state: true }).nullable(),
    updated_at: z.string(),
  })
  .meta({ id: 'ListedMessageDraft' });
export type ListedMessageDraft = z.infer<typeof listedMessageDraftDto>;

export const listMessageDraftsQuery = z.strictObject({
  cursor,
});
