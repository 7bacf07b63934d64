import { z } from 'zod';
import { mayHaveReason } from '../rules/presence';
import { emailAddress } from './email-address';
import { languages, locale, role } from './enums';
import { id } from './id';
import { page } from './page';
import { phoneNumber } from './phone-number';
import { awayReason, settingsSchema, week } from './settings';
import { skills } from './skills';
import { personName, text } from './text';
import { INTENTS, VISIBILITIES } from './values';

export { personName };

/** The few passwords that everybody tries first; longer lists belong to a breach service. */
const COMMON = new Set(
  'password password1 password123 12345678 123456789 1234567890 qwertyui qwerty123 11111111 iloveyou sunshine princess football baseball welcome1 abcd1234 letmein1 trustno1 superman passw0rd'.split(
    ' ',
  ),
);

/** 8 to 128 characters, not blank, not one of the most common. Rules: too_short, too_long, blank, common. */
export const password = text({ max: 128, required: false })
  .superRefine((s, ctx) => {
    const fail = (message: string) => ctx.addIssue({ code: 'custom', message, input: s });
    if ([...s].length < 8) fail('too_short');
    else if (s.trim() === '') fail('blank');
    else if (COMMON.has(s.toLowerCase())) fail('common');
  })
  .meta({ type: 'string', minLength: 8, maxLength: 128 });

/** Ids of teams that somebody is a member of. */
const teamIds = z
  .array(id)
  .max(100)
  .overwrite((list) => [...new Set(list)]);
const capacity = z.number().int().min(0).max(1000);
const timeZone = z
  .string()
  .max(64)
  .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC', 'time_zone');

/** When somebody works, from Monday on, by the clock of his own time zone. */
const shifts = week;
export type Shifts = z.infer<typeof shifts>;
/** Days on which somebody is out of office, the first and the last included; `stand_in` is who answers for him. */
const absence = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  stand_in: id.nullable(),
});
export type Absence = z.infer<typeof absence>;
const absenceInput = absence.refine(({ from, to }) => from <= to, { error: 'order', path: ['to'] });

const profile = z.object({
  id: z.string(),
  email: z.string().nullable(),
  name: z.string(),
  role,
  languages: z.array(z.string()),
  locale: z.string(),
  time_zone: z.string(),
  is_available: z.boolean(),
  capacity: z.number().int(),
  capacity_calls: z.number().int(),
});

/** A person as he sees himself; `scope` is how far he sees as an agent. */
export const meDto = profile
  .extend({
    /** How long what he sends from the desk can be taken back. */
    undo_seconds: z.number().int(),
    /** Staff: the telephone to which calls are put through. */
    phone: z.string().nullable().optional(),
    scope: z.object({ visibility: z.enum(VISIBILITIES), team_ids: z.array(z.string()).readonly() }),
  })
  .meta({ id: 'Me' });
export type MeDto = z.infer<typeof meDto>;

/** How long an invitation's link holds. */
export const INVITATION_DAYS = 7;
/** Where the link is with which a person chooses his first password; null for who needed none. */
export const invitationState = z.enum(['invited', 'accepted', 'expired']);

/** What somebody of the staff says about himself, and whether he is missed (`is_lost`) though he is online. */
export const presenceDto = z
  .object({
    intent: z.enum(INTENTS),
    reason: z.string().nullable(),
    since: z.string(),
    is_lost: z.boolean(),
    /** He is out of office today, up to and with this day. */
    absent_until: z.string().nullable(),
  })
  .meta({ id: 'Presence' });
export type PresenceDto = z.infer<typeof presenceDto>;

/**
 * A person as staff sees him. `load` and `load_calls` are the tickets held now; what waits for its customer counts as
 * much as the setting says.
 */
export const userDto = profile
  .extend({
    /** Null for customers. */
    presence: presenceDto.nullable(),
    shifts: shifts.nullable(),
    absence: absence.nullable(),
    skills: z.array(z.string()),
    teams: z.array(z.object({ id: z.string(), name: z.string() })),
    capacity_total: z.number().int().nullable(),
    is_active: z.boolean(),
    has_password: z.boolean(),
    invitation: invitationState.nullable(),
    invited_at: z.string().nullable(),
    /** Unsolved tickets held now, in whole numbers, spam and trash included: what a handover moves. */
    open_tickets: z.number().int(),
    load: z.number(),
    load_calls: z.number(),
    created_at: z.string(),
  })
  .meta({ id: 'User' });
export type UserDto = z.infer<typeof userDto>;

export const availabilityDto = z
  .object({
    /** Says that he is online; the same as `intent: online`. */
    is_available: z.boolean(),
    capacity: z.number().int(),
    capacity_calls: z.number().int(),
    presence: presenceDto,
    /** Work may come while no screen of his is open. */
    stays_reachable: z.boolean(),
    /** So long after his last connection somebody who is online counts as there. */
    grace_seconds: z.number().int(),
    /** After so long away what he has not begun goes back to the queue; null: never. */
    handover_minutes: z.number().int().nullable(),
    /** The reasons that he can choose from. */
    reasons: z.array(z.string()),
  })
  .meta({ id: 'Availability' });
export type AvailabilityDto = z.infer<typeof availabilityDto>;
export const availabilityInput = z
  .strictObject({
    is_available: z.boolean().optional().meta({ description: 'The same as intent online or offline.' }),
    intent: z.enum(INTENTS).optional(),
    reason: awayReason
      .nullable()
      .optional()
      .meta({ description: 'Why he is busy, away or on a break: one of the reasons of the settings.' }),
    stays_reachable: z.boolean().optional(),
    capacity: capacity.optional(),
    capacity_calls: capacity.optional(),
  })
  .refine(({ is_available, intent }) => is_available === undefined || intent === undefined, {
    error: 'not_with_intent',
    path: ['is_available'],
  })
  .refine(({ intent, reason }) => !reason || (intent !== undefined && mayHaveReason(intent)), {
    error: 'not_with_intent',
    path: ['reason'],
  })
  .meta({ id: 'SetAvailability' });

export const editMeInput = z
  .strictObject({
    name: personName.optional(),
    locale: locale.optional(),
    time_zone: timeZone.optional(),
    languages: languages.optional(),
    phone: phoneNumber
      .nullable()
      .optional()
      .meta({ description: 'Staff: the telephone to which calls are put through.' }),
    undo_seconds: z
      .number()
      .int()
      .min(0)
      .max(60)
      .optional()
      .meta({ description: 'Seconds in which messages that are sent from the desk can be taken back.' }),
  })
  .meta({ id: 'EditMe' });

export const createUserInput = z
  .strictObject({
    email: emailAddress,
    name: personName,
    role,
    password: password.optional(),
    languages: languages.default([]),
    skills: skills.default([]),
    teams: teamIds.default([]),
    locale: locale.optional(),
    time_zone: timeZone.optional(),
    capacity: capacity.optional(),
    capacity_calls: capacity.optional(),
    capacity_total: capacity.nullable().optional(),
  })
  .meta({ id: 'CreateUser' });

export const editUserInput = z
  .strictObject({
    email: emailAddress.optional(),
    name: personName.optional(),
    role: role.optional(),
    languages: languages.optional(),
    skills: skills.optional(),
    teams: teamIds.optional(),
    locale: locale.optional(),
    time_zone: timeZone.optional(),
    is_available: z.boolean().optional(),
    shifts: shifts.nullable().optional(),
    absence: absenceInput.nullable().optional(),
    is_active: z.boolean().optional(),
    capacity: capacity.optional(),
    capacity_calls: capacity.optional(),
    capacity_total: capacity.nullable().optional(),
  })
  .meta({ id: 'EditUser' });

/** Where the tickets of somebody go who is deactivated: to one person, to one team's queue, or back to the queue. */
export const deactivateInput = z
  .strictObject({ agent: id.optional(), team: id.optional() })
  .refine(({ agent, team }) => agent === undefined || team === undefined, {
    error: 'not_with_agent',
    path: ['team'],
  })
  .meta({ id: 'Deactivate' });
export type DeactivateInput = z.infer<typeof deactivateInput>;

export const listUsersQuery = z.strictObject({
  role: z
    .string()
    .max(60)
    .transform((s) => s.split(','))
    .pipe(z.array(role).min(1))
    .optional(),
  q: text({ max: 200, line: true }).optional(),
  ...page,
});

export const sessionDto = z
  .object({
    id: z.string(),
    kind: z.enum(['browser', 'api']),
    user_agent: z.string(),
    created_at: z.string(),
    last_seen_at: z.string(),
    is_current: z.boolean(),
  })
  .meta({ id: 'Session' });
export type SessionDto = z.infer<typeof sessionDto>;

export const changePasswordInput = z
  .strictObject({ current_password: z.string().max(512).optional(), password })
  .meta({ id: 'ChangePassword' });

// ── Sign-up and tokens ────────────────────────────────────────────────────────────────────────────────────────

/** Exactly six ASCII digits; anything else is the one generic refusal of a wrong code, not a hint. */
export const requestOtpInput = z.strictObject({ email: emailAddress }).meta({ id: 'RequestOtp' });
export const verifyOtpInput = z
  .strictObject({ email: emailAddress, otp: z.string().max(64) })
  .meta({ id: 'VerifyOtp' });
export const verificationDto = z.object({ verification_token: z.string() }).meta({ id: 'Verification' });
const verificationToken = z.string().max(400);

export const registerInput = z
  .strictObject({
    email: emailAddress,
    password,
    name: personName,
    verification_token: verificationToken,
    locale: locale.optional(),
  })
  .meta({ id: 'Register' });
export const tokenInput = z
  .strictObject({
    email: z.string().max(320).optional(),
    username: z.string().max(320).optional().meta({ description: 'The same as email (S0, S1).' }),
    password: z.string().max(512).optional(),
    verification_token: verificationToken
      .optional()
      .meta({ description: 'Customers: sign in with a code instead.' }),
  })
  .meta({ id: 'SignIn' });
export const tokensDto = z.object({ access: z.string(), refresh: z.string() }).meta({ id: 'Tokens' });
export const refreshInput = z.strictObject({ refresh: z.string().max(400) }).meta({ id: 'Refresh' });
export const googleInput = z
  .strictObject({ credential: z.string().max(8192) })
  .meta({ id: 'GoogleCredential' });
export const invitationInput = z
  .strictObject({ token: verificationToken, password })
  .meta({ id: 'AcceptInvitation' });
export const requestResetInput = z.strictObject({ email: emailAddress }).meta({ id: 'RequestPasswordReset' });
export const resetPasswordInput = z
  .strictObject({ token: verificationToken, password })
  .meta({ id: 'ResetPassword' });
export const requestEmailInput = z.strictObject({ email: emailAddress }).meta({ id: 'RequestEmail' });
export const confirmEmailInput = z
  .strictObject({ email: emailAddress, otp: z.string().max(64) })
  .meta({ id: 'ConfirmEmail' });
export const setupInput = z
  .strictObject({
    token: verificationToken,
    email: emailAddress,
    name: personName,
    password,
    locale: locale.optional(),
    time_zone: timeZone.optional(),
    workspace_name: settingsSchema.shape.workspace_name.unwrap().optional(),
  })
  .meta({ id: 'FirstAdmin' });
export const personId = id;
