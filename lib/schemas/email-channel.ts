import { z } from 'zod';
import { MAIL_ENDS, MAIL_IN_STATES, MAIL_REASONS } from '../rules/mail-states';
import { emailAddress } from './email-address';
import { id } from './id';
import { imapDto, imapInput, smtpDto, smtpInput } from './mail-servers';
import { page } from './page';
import { text } from './text';
import { MAIL_HISTORIES } from './values';

const address = emailAddress.refine((value) => !value.includes('+'), 'plus');
const fields = {
  /** The name that its mails bear; null: the workspace's. */
  sender: text({ max: 60, line: true })
    .overwrite((s) => s.trim())
    .nullable(),
  /** Words under what staff write, in plain text. */
  signature: text({ max: 1_000, required: false }),
  /** Team of the tickets that begin here. */
  team_id: id.nullable(),
  /** How much of the conversation stands under an answer. */
  history: z.enum(MAIL_HISTORIES),
  /** The receiving host whose `Authentication-Results` are believed; null: nobody's. */
  auth_host: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i, 'host')
    .overwrite((s) => s.toLowerCase())
    .nullable(),
  /** Nothing received for so many minutes is told as trouble; null: never. */
  quiet_minutes: z.number().int().min(5).max(10_080).nullable(),
};

export const mailboxDto = z
  .object({
    id: z.string(),
    address: z.string(),
    ...fields,
    is_active: z.boolean(),
    last_received_at: z.string().nullable(),
    /** Nothing came for longer than `quiet_minutes`. */
    is_quiet: z.boolean(),
    /** Where its mail is fetched from; null: it is handed in. */
    imap: imapDto.nullable(),
    /** By which server its mails leave; null: the house's. */
    smtp: smtpDto.nullable(),
    created_at: z.string(),
  })
  .meta({ id: 'Mailbox' });
export type MailboxDto = z.infer<typeof mailboxDto>;

export const createMailboxInput = z
  .strictObject({
    address,
    sender: fields.sender.default(null),
    signature: fields.signature.default(''),
    team_id: fields.team_id.default(null),
    history: fields.history.default('none'),
    auth_host: fields.auth_host.default(null),
    quiet_minutes: fields.quiet_minutes.default(null),
  })
  .meta({ id: 'CreateMailbox' });
export type CreateMailboxInput = z.infer<typeof createMailboxInput>;

/** What is left out stays. Its address never changes: answers to older mails go there. */
export const editMailboxInput = z
  .strictObject({
    sender: fields.sender.optional(),
    signature: fields.signature.optional(),
    team_id: fields.team_id.optional(),
    history: fields.history.optional(),
    auth_host: fields.auth_host.optional(),
    quiet_minutes: fields.quiet_minutes.optional(),
    is_active: z.boolean().optional(),
    imap: imapInput.nullable().optional(),
    smtp: smtpInput.nullable().optional(),
  })
  .meta({ id: 'EditMailbox' });
export type EditMailboxInput = z.infer<typeof editMailboxInput>;

/** Where a provider hands in mail, and the key with which it signs. */
export const mailboxKeyDto = z.object({ url: z.string(), key: z.string() }).meta({ id: 'MailboxKey' });
export type MailboxKeyDto = z.infer<typeof mailboxKeyDto>;

export const takenMailDto = z.object({ id: z.string() }).meta({ id: 'TakenMail' });

export const listMailsInQuery = z.strictObject({
  ...page,
  state: z.enum(MAIL_IN_STATES).optional(),
  mailbox: id.optional(),
});
export type ListMailsInQuery = z.infer<typeof listMailsInQuery>;

export const mailInDto = z
  .object({
    id: z.string(),
    mailbox: z.object({ id: z.string(), address: z.string() }),
    door: z.enum(['smtp', 'webhook', 'imap']),
    sender: z.string().nullable(),
    sender_name: z.string().nullable(),
    subject: z.string(),
    size: z.number().int(),
    state: z.enum(MAIL_IN_STATES),
    reason: z.enum(MAIL_REASONS).nullable(),
    /** What was said about a failure. */
    detail: z.string().nullable(),
    is_forged: z.boolean(),
    ticket: z.object({ number: z.number().int() }).nullable(),
    /** The ticket that a stranger answered. */
    answered: z.object({ number: z.number().int() }).nullable(),
    received_at: z.string(),
    /** May be made a ticket. */
    is_recoverable: z.boolean(),
  })
  .meta({ id: 'MailIn' });
export type MailInDto = z.infer<typeof mailInDto>;

/** How many of the last 30 days ended where; they add up to `all`. */
export const mailCountsDto = z
  .object({
    all: z.number().int(),
    received: z.number().int(),
    ends: z.record(z.enum(MAIL_ENDS), z.number().int()),
  })
  .meta({ id: 'MailCounts' });
export type MailCountsDto = z.infer<typeof mailCountsDto>;

export const mailInDetailDto = mailInDto
  .extend({
    /** Of the envelope. */
    return_path: z.string().nullable(),
    recipients: z.array(z.string()),
    headers: z.array(z.object({ name: z.string(), value: z.string() })),
    /** All that it says, quotes included; its beginning as it came when it cannot be taken apart. */
    text: z.string(),
  })
  .meta({ id: 'MailInDetail' });
export type MailInDetailDto = z.infer<typeof mailInDetailDto>;

/** The mail that a message came by, whole: with what was folded away. */
export const originalMailDto = z
  .object({ text: z.string(), sender: z.string().nullable(), subject: z.string(), received_at: z.string() })
  .meta({ id: 'OriginalMail' });
export type OriginalMailDto = z.infer<typeof originalMailDto>;
