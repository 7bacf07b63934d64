import { z } from 'zod';
import { id } from './id';
import { text } from './text';
import { time } from './time';

/** Mails that the local catch-all holds while no SMTP server is configured. */
export const caughtMailDto = z
  .object({
    id: z.string(),
    to: z.string(),
    subject: z.string(),
    created_at: time,
    text: z.string(),
  })
  .meta({ id: 'CaughtMail' });
export type CaughtMailDto = z.infer<typeof caughtMailDto>;

export const caughtMailDetailDto = caughtMailDto
  .extend({
    from: z.string(),
    /** Where it can be answered; null: nowhere. */
    reply_to: z.string().nullable(),
    html: z.string().meta({ description: 'As it came: show it in a sandboxed frame only.' }),
    headers: z.array(z.object({ name: z.string(), value: z.string() })),
  })
  .meta({ id: 'CaughtMailDetail' });
export type CaughtMailDetailDto = z.infer<typeof caughtMailDetailDto>;

export const answerCaughtMailInput = z
  .strictObject({ text: text({ max: 10_000 }) })
  .meta({ id: 'AnswerCaughtMail' });

export const listMailboxQuery = z.strictObject({
  to: text({ max: 320, line: true }).optional().meta({ description: 'Only mails to this address.' }),
});
export const mailboxParams = z.strictObject({ id });
