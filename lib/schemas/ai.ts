import { z } from 'zod';
import { CONFIDENCES } from '../rules/draft-answer';
import { language, priority } from './enums';
import { id } from './id';
import { text } from './text';

const KINDS = ['reply', 'refine', 'summary', 'suggest'] as const;
const INSTRUCTIONS = ['shorter', 'friendlier', 'translate'] as const;

/** What a draft is asked for. A text to refine comes with what is to be done to it; translating names the language. */
export const requestDraftInput = z
  .strictObject({
    kind: z.enum(KINDS).default('reply'),
    instruction: z.enum(INSTRUCTIONS).optional(),
    language: language.optional(),
    text: text({ max: 10_000 }).optional(),
    include_notes: z.boolean().default(false),
  })
  .superRefine((input, ctx) => {
    const fail = (path: string, message: string) => ctx.addIssue({ code: 'custom', message, path: [path] });
    const refine = input.kind === 'refine';
    for (const field of ['instruction', 'text'] as const) {
      if (refine && input[field] === undefined) fail(field, 'required');
      if (!refine && input[field] !== undefined) fail(field, 'not_allowed');
    }
    if (input.instruction === 'translate' && input.language === undefined) fail('language', 'required');
  })
  .meta({ id: 'RequestDraft' });
export type RequestDraftInput = z.infer<typeof requestDraftInput>;

export const draftSentenceDto = z
  .object({
    text: z.string(),
    sources: z.array(z.string()),
    /** Claims something that stands in none of the sources. */
    unsupported: z.boolean(),
    /** Begins a new paragraph. */
    paragraph: z.boolean(),
  })
  .meta({ id: 'DraftSentence' });

/** What a sentence rests on; `id` is what `sources` name. */
export const draftSourceDto = z
  .object({
    id: z.string(),
    kind: z.enum(['ticket', 'message', 'note', 'canned_reply', 'answered_ticket', 'text']),
    title: z.string(),
    passage: z.string(),
    at: z.string().nullable(),
    /** The message it is, of this ticket; or the ticket it comes from. */
    message_id: z.string().nullable(),
    ticket_number: z.number().int().nullable(),
    canned_reply_id: z.string().optional(),
  })
  .meta({ id: 'DraftSource' });
export type DraftSourceDto = z.infer<typeof draftSourceDto>;

/** A ticket like this one that was answered. */
const similarDto = z.object({
  ticket_id: z.string(),
  number: z.number().int(),
  subject: z.string(),
  reply: z.string(),
  replied_at: z.string(),
});

/** Proposals alone: accepting one is a PATCH of the ticket. Null where there is nothing to change. */
const proposalsDto = z.object({
  topic: z.string().nullable(),
  priority: priority.nullable(),
  language: z.string().nullable(),
});

/** What the draft itself keeps, as it stands in the ledger. */
export const draftResult = z.object({
  text: z.string(),
  sentences: z.array(draftSentenceDto),
  missing: z.array(z.string()),
  language: z.string().nullable(),
  confidence: z.enum(CONFIDENCES).nullable(),
  similar: z.array(similarDto),
  proposals: proposalsDto.nullable(),
});
export type DraftResult = z.infer<typeof draftResult>;

export const draftDto = draftResult
  .extend({
    id: z.string(),
    ticket_id: z.string(),
    kind: z.enum(KINDS),
    status: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    provider: z.enum(['gemini', 'openai', 'none']).nullable(),
    model: z.string().nullable(),
    sources: z.array(draftSourceDto),
    error: z
      .object({ code: z.string(), message: z.string(), retry_after: z.number().int().nullable() })
      .nullable(),
    created_at: z.string(),
  })
  .meta({ id: 'Draft' });
export type DraftDto = z.infer<typeof draftDto>;

/** What became of a draft. `message` is the reply that was sent with it; how much was edited, the server measures. */
export const draftOutcomeInput = z
  .strictObject({
    outcome: z.enum(['sent', 'discarded']).optional(),
    message: id.optional(),
    thumb: z.enum(['up', 'down']).nullable().optional(),
    reason: text({ max: 500 }).nullable().optional(),
  })
  .superRefine((input, ctx) => {
    if ((input.outcome === 'sent') !== (input.message !== undefined))
      ctx.addIssue({
        code: 'custom',
        message: input.message === undefined ? 'required' : 'not_allowed',
        path: ['message'],
      });
  })
  .meta({ id: 'DraftOutcome' });
export type DraftOutcomeInput = z.infer<typeof draftOutcomeInput>;

export const aiStatusDto = z
  .object({
    provider: z.enum(['gemini', 'openai', 'none']),
    model: z.string().nullable(),
    /** Drafts that this person may still ask for now. */
    left: z.number().int(),
  })
  .meta({ id: 'AiStatus' });
export type AiStatusDto = z.infer<typeof aiStatusDto>;

export const aiUsageQuery = z.strictObject({
  days: z
    .string()
    .regex(/^[1-9][0-9]{0,2}$/, 'days')
    .default('30')
    .transform(Number)
    .pipe(z.number().max(366, 'days')),
});

const counts = z.object({ key: z.string(), drafts: z.number().int() });

/** How drafts were used. Shares are of 1; money is in US dollars. Null where nothing was measured. */
export const aiUsageDto = z
  .object({
    days: z.number().int(),
    drafts: z.number().int(),
    done: z.number().int(),
    failed: z.number().int(),
    cancelled: z.number().int(),
    used: z.number().int(),
    edited: z.number().int(),
    discarded: z.number().int(),
    thumbs_up: z.number().int(),
    thumbs_down: z.number().int(),
    /** How much of a sent draft was changed, on average. */
    edit_share: z.number().nullable(),
    median_ms: z.number().int().nullable(),
    tokens_in: z.number().int(),
    tokens_out: z.number().int(),
    cost: z.number(),
    /** Drafts whose model's price is not known. */
    unpriced: z.number().int(),
    failures: z.array(counts),
    models: z.array(counts.extend({ cost: z.number().nullable() })),
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        drafts: z.number().int(),
        used: z.number().int(),
        edit_share: z.number().nullable(),
        cost: z.number(),
      }),
    ),
    /** Topics whose drafts asked questions or claimed what no source says; null is "no topic". */
    gaps: z.array(
      z.object({
        topic: z.string().nullable(),
        drafts: z.number().int(),
        asked: z.number().int(),
        unsupported: z.number().int(),
      }),
    ),
    /** What people said about drafts that they did not like, newest first. */
    reasons: z.array(z.object({ text: z.string(), ticket_number: z.number().int(), created_at: z.string() })),
  })
  .meta({ id: 'AiUsage' });
export type AiUsageDto = z.infer<typeof aiUsageDto>;
