import { z } from 'zod';
import { MAIL_IN_STATES } from '../rules/mail-states';
import { text } from './text';
import { time } from './time';
import { LOCALES, STATUSES } from './values';

const customer = z.object({
  name: z.string(),
  email: z.string(),
  language: z.enum(LOCALES),
  letters: z
    .array(z.object({ subject: z.string(), body: z.string() }))
    .meta({ description: 'What this customer might write.' }),
});

/** The mail programs of the lab's customers. */
export const labMailDto = z
  .object({
    mailbox: z.string().meta({ description: 'Where the house takes mail, or will from the first mail on.' }),
    customers: z.array(customer),
    passers_by: z.array(customer).meta({ description: 'Those of the busy hour.' }),
  })
  .meta({ id: 'LabMail' });
export type LabMailDto = z.infer<typeof labMailDto>;

/** One mail of a customer: a letter to us, which tells what became of it, or one of ours. */
export const labLetterDto = z
  .object({
    id: z.string(),
    direction: z.enum(['sent', 'received']),
    subject: z.string(),
    created_at: time,
    state: z
      .enum(MAIL_IN_STATES)
      .nullable()
      .meta({ description: 'Of a sent one, as on the page of all mail.' }),
    ticket: z
      .object({ number: z.number(), status: z.enum(STATUSES), assigned_agent: z.string().nullable() })
      .nullable(),
  })
  .meta({ id: 'LabLetter' });
export type LabLetterDto = z.infer<typeof labLetterDto>;

const email = text({ max: 320, line: true });

export const listLabLettersQuery = z.strictObject({ customer: email });
export const sendLabMailInput = z
  .strictObject({
    customer: email,
    subject: text({ max: 250, line: true }),
    body: text({ max: 10_000 }),
  })
  .meta({ id: 'SendLabMail' });
export type SendLabMailInput = z.infer<typeof sendLabMailInput>;
