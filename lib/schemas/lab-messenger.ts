import { z } from 'zod';
import { text } from './text';
import { time } from './time';
import { LOCALES } from './values';

/** Telephones of the lab's customers. */
export const labPhonesDto = z
  .object({
    page: z.string().meta({ description: 'The page that they write to.' }),
    people: z.array(
      z.object({
        psid: z.string(),
        name: z.string(),
        language: z.enum(LOCALES),
        lines: z.array(z.string()).meta({ description: 'What this customer might write.' }),
        unread: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'LabPhones' });
export type LabPhonesDto = z.infer<typeof labPhonesDto>;

export const LAB_TROUBLES = ['rate', 'server', 'unavailable'] as const;
const trouble = z.enum(LAB_TROUBLES).nullable();

/** What one of them sees on his telephone, the oldest first. */
export const labTalkDto = z
  .object({
    messages: z.array(
      z.object({
        mid: z.string(),
        by_page: z.boolean(),
        text: z.string().nullable(),
        file: z.object({ url: z.string(), name: z.string(), type: z.string() }).nullable(),
        at: time,
      }),
    ),
    /** The page may still write to him. */
    is_open: z.boolean(),
    /** What the next answer to him meets. */
    trouble,
  })
  .meta({ id: 'LabTalk' });
export type LabTalkDto = z.infer<typeof labTalkDto>;

export const labPhoneParams = z.strictObject({ psid: z.string().regex(/^\d{1,30}$/) });
export const sendLabChatInput = z
  .strictObject({ text: text({ max: 2_000 }).nullable().default(null), picture: z.boolean().default(false) })
  .refine(({ text, picture }) => text !== null || picture, { path: ['text'], error: 'required' })
  .meta({ id: 'SendLabChat' });
export type SendLabChatInput = z.infer<typeof sendLabChatInput>;
export const editLabPhoneInput = z.strictObject({ trouble }).meta({ id: 'EditLabPhone' });
