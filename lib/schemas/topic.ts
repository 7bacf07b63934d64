import { z } from 'zod';
import { locale } from './enums';
import { id } from './id';
import { text } from './text';

const name = text({ max: 80, line: true }).overwrite((s) => s.trim());
/** At least one language of the interface. */
const names = z
  .partialRecord(locale, name)
  .refine((all) => Object.keys(all).length > 0, 'required')
  .meta({ description: 'Name in each language of the interface; at least one.', example: { en: 'Billing' } });
const skills = z
  .array(text({ max: 40, line: true }))
  .max(20)
  .overwrite((list) => [...new Set(list.map((one) => one.trim().toLowerCase()))].sort());
const position = z.number().int().min(0).max(10_000);

/** Where a request belongs. Customers get key and name alone; the rest is staff's. */
export const topicDto = z
  .object({
    id: z.string(),
    key: z.string().meta({ description: 'What `topic` of a ticket holds. It never changes.' }),
    name: z.string().meta({ description: 'In the language asked for, else in another.' }),
    names: z.record(z.string(), z.string()).optional(),
    team: z.object({ id: z.string(), name: z.string() }).nullable().optional(),
    skills: z.array(z.string()).optional(),
    position: z.number().int().optional(),
    is_archived: z.boolean().optional(),
  })
  .meta({ id: 'Topic' });
export type TopicDto = z.infer<typeof topicDto>;

export const listTopicsQuery = z.strictObject({
  all: z.enum(['0', '1']).default('0').meta({ description: '1: archived ones too (staff).' }),
  locale: locale.optional().meta({ description: 'Language of `name`; the browser’s unless told.' }),
});

export const createTopicInput = z
  .strictObject({
    key: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, 'format')
      .optional()
      .meta({ description: 'Made from the first name unless told.' }),
    names,
    team: id.nullish(),
    skills: skills.default([]),
  })
  .meta({ id: 'CreateTopic' });
export type CreateTopicInput = z.infer<typeof createTopicInput>;

export const editTopicInput = z
  .strictObject({
    names: names.optional(),
    team: id.nullable().optional(),
    skills: skills.optional(),
    position: position.optional().meta({ description: 'Place among the active topics, 0 is the first.' }),
    is_archived: z.boolean().optional(),
  })
  .meta({ id: 'EditTopic' });
export type EditTopicInput = z.infer<typeof editTopicInput>;
