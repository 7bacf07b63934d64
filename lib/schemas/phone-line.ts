import { z } from 'zod';
import { language } from './enums';
import { id } from './id';
import { phoneNumber } from './phone-number';
import { text } from './text';
import { AFTER_HOURS } from './values';

export type AfterHours = (typeof AFTER_HOURS)[number];

const spoken = text({ max: 500, line: true, required: false });
const fields = {
  name: text({ max: 60, line: true }),
  team_id: id.nullable(),
  /** One: that of all who call. Several: the caller chooses by a digit, at most nine. None: not known. */
  languages: z.array(language).max(9),
  /** What is said in place of our own words, by language. */
  words: z.partialRecord(
    language,
    z.strictObject({ greeting: spoken.optional(), wait: spoken.optional(), recorded: spoken.optional() }),
  ),
  /** So long a caller waits for somebody; then he may leave a message. */
  max_wait_seconds: z.number().int().min(20).max(3_600),
  voicemail: z.boolean(),
  after_hours: z.enum(AFTER_HOURS),
  records_calls: z.boolean().meta({
    description:
      'What is spoken is recorded and kept as a note of the ticket; the customer is told so before.',
  }),
};
const accountSid = z.string().regex(/^AC[0-9a-f]{32}$/, 'account_sid');
const authToken = z
  .string()
  .min(16)
  .max(200)
  .regex(/^[\x21-\x7e]+$/, 'auth_token');
/** The provider's; over the open net only by https. */
const apiUrl = z
  .string()
  .max(300)
  .refine((value) => URL.canParse(value) && isSafe(new URL(value)), 'url')
  .overwrite((value) => value.replace(/\/+$/, ''));
const isSafe = ({ protocol, hostname, username, search, hash }: URL): boolean =>
  !username &&
  !search &&
  !hash &&
  (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname)));
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

export const phoneLineDto = z
  .object({
    id: z.string(),
    number: z.string(),
    provider: z.literal('twilio'),
    account_sid: z.string(),
    has_auth_token: z.literal(true),
    api_url: z.string(),
    ...fields,
    is_active: z.boolean(),
    /** What the provider is to call when the number is rung, and when a call changes. */
    incoming_url: z.string(),
    status_url: z.string(),
    created_at: z.string(),
  })
  .meta({ id: 'PhoneLine' });
export type PhoneLineDto = z.infer<typeof phoneLineDto>;

export const createPhoneLineInput = z
  .strictObject({
    number: phoneNumber,
    account_sid: accountSid,
    auth_token: authToken,
    api_url: apiUrl.default('https://api.twilio.com'),
    name: fields.name,
    team_id: fields.team_id.default(null),
    languages: fields.languages.default([]),
    words: fields.words.default({}),
    max_wait_seconds: fields.max_wait_seconds.default(180),
    voicemail: fields.voicemail.default(true),
    after_hours: fields.after_hours.default('voicemail'),
    records_calls: fields.records_calls.default(false),
  })
  .meta({ id: 'CreatePhoneLine' });
export type CreatePhoneLineInput = z.infer<typeof createPhoneLineInput>;

/** What is left out stays. Its number never changes: it is another line then. */
export const editPhoneLineInput = z
  .strictObject({
    name: fields.name.optional(),
    account_sid: accountSid.optional(),
    auth_token: authToken.optional(),
    api_url: apiUrl.optional(),
    team_id: fields.team_id.optional(),
    languages: fields.languages.optional(),
    words: fields.words.optional(),
    max_wait_seconds: fields.max_wait_seconds.optional(),
    voicemail: fields.voicemail.optional(),
    after_hours: fields.after_hours.optional(),
    records_calls: fields.records_calls.optional(),
    is_active: z.boolean().optional(),
  })
  .meta({ id: 'EditPhoneLine' });
export type EditPhoneLineInput = z.infer<typeof editPhoneLineInput>;

export const lineTestDto = z
  .object({ ok: z.boolean(), detail: z.string().nullable() })
  .meta({ id: 'LineTest' });
export type LineTestDto = z.infer<typeof lineTestDto>;
