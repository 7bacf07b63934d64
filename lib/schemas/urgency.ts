import { z } from 'zod';
import { priority } from './enums';
import { text } from './text';
import { LANGUAGES } from './values';

const points = z.number().int().min(0).max(20);
const hours = z.number().int().min(1).max(720);
const word = text({ max: 60, line: true }).overwrite((s) => s.trim());
const words = z
  .record(
    z.string().refine((code) => LANGUAGES.includes(code), 'language'),
    z.array(word).max(100),
  )
  .meta({ description: 'Words and phrases in each language; `reject*` is every word that begins so.' });

/** How urgent a waiting ticket is: what gives how many points, and from how many on each level begins. */
export const urgencyRules = z
  .strictObject({
    words: z
      .array(z.strictObject({ name: text({ max: 60, line: true }), points, words }))
      .max(40)
      .meta({ description: 'Each list counts once, however many of its words are found.' }),
    topics: z.array(z.strictObject({ topic: text({ max: 80, line: true }), points })).max(100),
    priorities: z.strictObject({ HIGH: points, URGENT: points }),
    vip: points.default(3).meta({ description: 'The customer, or his organisation, is VIP.' }),
    waits: z
      .array(z.strictObject({ hours, points }))
      .max(6)
      .meta({ description: 'The longest wait that is over counts.' }),
    again: z
      .strictObject({ messages: z.number().int().min(2).max(20), hours, points })
      .meta({ description: 'So many messages of the customer, and no answer for so long.' }),
    levels: z
      .tuple([points, points, points])
      .refine(([soon, pressing, critical]) => soon >= 1 && soon < pressing && pressing < critical, 'order')
      .meta({ description: 'Points from which on a ticket is of level 1, 2 and 3.' }),
  })
  .meta({ id: 'UrgencyRules' });
export type UrgencyRules = z.infer<typeof urgencyRules>;

const reason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('words'), points: z.number(), words: z.array(z.string()) }),
  z.object({ code: z.literal('topic'), points: z.number(), topic: z.string() }),
  z.object({ code: z.literal('priority'), points: z.number(), priority }),
  z.object({ code: z.literal('vip'), points: z.number() }),
  z.object({ code: z.literal('waits'), points: z.number(), hours: z.number() }),
  z.object({ code: z.literal('again'), points: z.number(), messages: z.number(), hours: z.number() }),
]);
export const urgencyReason = reason.meta({ id: 'UrgencyReason' });
export type UrgencyReason = z.infer<typeof urgencyReason>;

export const urgencyLevel = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
export type UrgencyLevel = z.infer<typeof urgencyLevel>;

export const previewUrgencyInput = z.strictObject({ rules: urgencyRules }).meta({ id: 'PreviewUrgency' });
/** A waiting ticket with its urgency as it is, and as it would be. */
export const urgencyPreviewDto = z
  .object({
    id: z.string(),
    number: z.number().int(),
    subject: z.string(),
    customer: z.string(),
    before: urgencyLevel,
    after: urgencyLevel,
    points: z.number().int(),
    reasons: z.array(urgencyReason),
  })
  .meta({ id: 'UrgencyPreview' });
export type UrgencyPreviewDto = z.infer<typeof urgencyPreviewDto>;
