import { z } from 'zod';
import { text } from './text';
import { AFTER_FETCH, MAIL_SECURITIES, SERVER_TROUBLES } from './values';

/** A name or an address; an admin may name a host of his own house: that is where mail servers are. */
const host = z
  .string()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|[0-9a-f:]*:[0-9a-f:.]*)$/i, 'host')
  .overwrite((s) => s.toLowerCase());
const server = {
  host,
  port: z.number().int().min(1).max(65_535),
  /** `tls` from the first byte, `starttls` from the greeting on, `none` for a server beside us. */
  security: z.enum(MAIL_SECURITIES),
};
const username = text({ max: 320, line: true });
/** Left out it stays, as long as host, port and user do: a stored one goes nowhere else. Never answered. */
const password = text({ max: 1_000, line: true }).optional();

const imapServer = {
  ...server,
  username,
  folder: text({ max: 255, line: true }),
  /** What becomes of a mail on the server once it is kept here. */
  then_do: z.enum(AFTER_FETCH),
  move_to: text({ max: 255, line: true }).nullable(),
  /** Mails that lie there already are taken as well. */
  takes_old: z.boolean(),
};

export const imapInput = z
  .strictObject({
    ...imapServer,
    password,
    folder: imapServer.folder.default('INBOX'),
    then_do: imapServer.then_do.default('leave'),
    move_to: imapServer.move_to.default(null),
    takes_old: imapServer.takes_old.default(false),
  })
  .refine(({ then_do, move_to }) => then_do !== 'move' || move_to !== null, {
    error: 'required',
    path: ['move_to'],
  })
  .refine(({ then_do, move_to, folder }) => then_do !== 'move' || move_to !== folder, {
    error: 'other_folder',
    path: ['move_to'],
  })
  .meta({ id: 'MailboxImapInput' });
export type ImapInput = z.infer<typeof imapInput>;

export const smtpInput = z
  .strictObject({ ...server, username: username.nullable().default(null), password })
  .meta({ id: 'MailboxSmtpInput' });
export type SmtpInput = z.infer<typeof smtpInput>;

const health = {
  /** Since when it does not work; null: it does. */
  failing_since: z.string().nullable(),
  trouble: z.enum(SERVER_TROUBLES).nullable(),
  /** What the server said, cut short. */
  said: z.string().nullable(),
};

export const imapDto = z
  .object({
    ...imapServer,
    has_password: z.literal(true),
    /** When the folder was last looked at. */
    fetched_at: z.string().nullable(),
    ...health,
  })
  .meta({ id: 'MailboxImap' });
export type ImapDto = z.infer<typeof imapDto>;

export const smtpDto = z
  .object({
    ...server,
    username: username.nullable(),
    has_password: z.boolean(),
    /** Nothing leaves by it until then. */
    paused_until: z.string().nullable(),
    ...health,
  })
  .meta({ id: 'MailboxSmtp' });

/** What a try of a mail server found: `trouble` null when all is well. */
export const serverTestDto = z
  .object({
    trouble: z.enum(SERVER_TROUBLES).nullable(),
    said: z.string().nullable(),
    /** Mails in the folder; null where none was looked at. */
    mails: z.number().int().nullable(),
  })
  .meta({ id: 'MailServerTest' });
export type ServerTestDto = z.infer<typeof serverTestDto>;
