import { z } from 'zod';
import { language } from './enums';
import { id } from './id';
import { text } from './text';
import { personRef, ticketRef } from './ticket';
import { actionChange, ticketActions } from './ticket-actions';
import { LANGUAGES } from './values';

const bodies = z
  .record(z.string().max(40), text({ max: 10_000 }))
  .superRefine((all, ctx) => {
    const fail = (message: string, path: string[] = []) => ctx.addIssue({ code: 'custom', message, path });
    const codes = Object.keys(all);
    for (const code of codes) if (!LANGUAGES.includes(code)) fail('language', [code]);
  })
  .meta({
    description: 'Text in each language (ISO 639-1), with variables such as {{customer.first_name|there}}.',
    example: { en: 'Hello {{customer.first_name|there}}, …' },
  });
const shortCode = z.string().regex(/^[a-z0-9-]{1,40}$/, 'short_code');
const title = text({ max: 120, line: true }).overwrite((s) => s.trim());
const folder = text({ max: 60, line: true }).overwrite((s) => s.trim());
const topic = text({ max: 80, line: true });

export const cannedReplyDto = z
  .object({
    id: z.string(),
    short_code: z.string(),
    title: z.string(),
    folder: z.string().nullable(),
    topic: z.string().nullable(),
    bodies: z.record(z.string(), z.string()),
    /** What it does besides; empty for a reply that is a text alone. */
    actions: ticketActions,
    /** Whose alone it is; null for a team's and everybody's. */
    owner: personRef.nullable(),
    team: z.object({ id: z.string(), name: z.string() }).nullable(),
    use_count: z.number().int(),
    last_used_at: z.string().nullable(),
    updated_at: z.string(),
    updated_by: personRef.nullable(),
    is_archived: z.boolean(),
  })
  .meta({ id: 'CannedReply' });
export type CannedReplyDto = z.infer<typeof cannedReplyDto>;

export const listCannedRepliesQuery = z.strictObject({
  q: text({ max: 200, line: true }).optional().meta({ description: 'Part of short code, title or text.' }),
  folder: folder.optional(),
  topic: topic.optional(),
  all: z.enum(['0', '1']).default('0').meta({ description: '1: archived ones too.' }),
});
export type ListCannedRepliesQuery = z.infer<typeof listCannedRepliesQuery>;

export const previewCannedReplyQuery = z.strictObject({
  ticket: ticketRef,
  language: language.optional().meta({ description: 'One of its texts; the ticket’s language unless told.' }),
});
export type PreviewCannedReplyQuery = z.infer<typeof previewCannedReplyQuery>;

export const cannedReplyPreviewDto = z
  .object({
    /** Of `text`; null when there is none in the ticket's language: somebody has to choose. */
    language: z.string().nullable(),
    languages: z.array(z.string()),
    /** Filled in. */
    text: z.string().nullable(),
    /** Variables that have neither a value nor words of their own: they block sending. */
    unresolved: z.array(z.string()),
    /** What is another value afterwards. */
    changes: z.array(actionChange),
    actions: ticketActions,
  })
  .meta({ id: 'CannedReplyPreview' });
export type CannedReplyPreviewDto = z.infer<typeof cannedReplyPreviewDto>;

const fields = {
  short_code: shortCode,
  title,
  folder: folder.nullable(),
  topic: topic.nullable(),
  bodies,
  actions: ticketActions,
  team: id.nullable(),
};

export const createCannedReplyInput = z
  .strictObject({
    ...fields,
    folder: fields.folder.default(null),
    topic: fields.topic.default(null),
    bodies: fields.bodies.default({}),
    actions: fields.actions.default({}),
    team: fields.team.default(null),
    is_personal: z.boolean().default(false).meta({ description: 'Yours alone. Agents write only such.' }),
  })
  .meta({ id: 'CreateCannedReply' });
export type CreateCannedReplyInput = z.infer<typeof createCannedReplyInput>;

export const editCannedReplyInput = z
  .strictObject({
    short_code: shortCode.optional(),
    title: title.optional(),
    folder: fields.folder.optional(),
    topic: fields.topic.optional(),
    bodies: bodies.optional(),
    actions: fields.actions.optional(),
    team: fields.team.optional(),
    is_archived: z.boolean().optional(),
  })
  .meta({ id: 'EditCannedReply' });
export type EditCannedReplyInput = z.infer<typeof editCannedReplyInput>;
