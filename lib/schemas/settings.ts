import { z } from 'zod';
import { AWAY_REPLIES, USUAL_PRESENCE } from '../rules/presence';
import { USUAL_URGENCY } from '../rules/usual-urgency';
import { language, locale } from './enums';
import { id } from './id';
import { text } from './text';
import { urgencyRules } from './urgency';
import { CLAIMS, POLICIES, VISIBILITIES } from './values';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'time');
const timeZone = z
  .string()
  .max(64)
  .refine((zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
    } catch {
      return false;
    }
  }, 'time_zone');

/** One stretch of open hours, local time of the calendar; `to` may be 24:00. */
const interval = z
  .strictObject({ from: clockTime, to: clockTime })
  .refine(({ from, to }) => from < to, { error: 'order', path: ['to'] });

/** Stretches of a day, in order and apart. */
const day = z
  .array(interval)
  .max(6)
  .refine((list) => list.every((one, n) => n === 0 || list[n - 1]!.to <= one.from), 'overlap');
/** Seven days from Monday on. */
export const week = z.array(day).length(7);

/** Why somebody is busy, away or on a break. */
export const awayReason = text({ max: 60, line: true });

/** When the house works: seven days from Monday on, and the days on which it does not. */
export const businessHours = z.strictObject({
  time_zone: timeZone,
  days: week,
  holidays: z.array(z.strictObject({ date: z.iso.date(), name: text({ max: 80, line: true }) })).max(400),
});

/** How long a call or chat rings at somebody, and for how long it keeps its place after he has resolved it. */
const ringing = z
  .strictObject({
    ring_seconds: z.number().int().min(5).max(120),
    wrap_up_seconds: z.number().int().min(0).max(1800),
  })
  .nullable();

const minutes = z.number().int().min(0).max(10_080);
const wait = minutes.min(1);
const rank = z.number().int().min(0).max(999);
const office = [{ from: '09:00', to: '17:00' }];

/**
 * Everything that admins set for the whole workspace, each with the value that holds until then. A key here is a row
 * of the table `setting`; unknown rows there (the mail channel's pause) belong to others.
 */
export const settingsSchema = z.strictObject({
  workspace_name: text({ max: 60, line: true }).default('Switchboard'),
  /** Colour of links and buttons in the portal, `#rrggbb`; null is the house's own. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/, 'colour')
    .nullable()
    .default(null),
  default_locale: locale.default('en'),
  business_hours: businessHours.default({
    time_zone: 'UTC',
    days: [office, office, office, office, office, [], []],
    holidays: [],
  }),
  /** Whose public holidays a forecast knows beside those of the business hours: two letters (ISO 3166). */
  holiday_country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'country')
    .nullable()
    .default(null),
  /** Which tickets an agent sees beside his own: none, those nobody holds in his teams, or all. */
  visibility: z.enum(VISIBILITIES).default('team'),
  /** What a ticket that waits for its customer counts in an agent's load (S2: 1). */
  waiting_weight: z.number().min(0).max(1).default(1),
  /**
   * Minutes that a step of priority, a step of urgency and a VIP stand further ahead in the queue: importance is a head
   * start, so nothing waits for ever. What is URGENT goes before all.
   */
  queue_minutes: z
    .strictObject({ priority: minutes, urgency: minutes, vip: minutes })
    .default({ priority: 240, urgency: 60, vip: 60 }),
  /** Which kind of work is given out first: the highest number. Null: the environment's. */
  kind_order: z.strictObject({ call: rank, chat: rank, other: rank }).nullable().default(null),
  /** How routing chooses where a team has no policy of its own. */
  routing_policy: z.enum(POLICIES).default('balanced'),
  /** Whether agents may take waiting tickets in batches, where a team does not say. */
  claims: z.enum(CLAIMS).default('any'),
  /** What somebody took and has not opened within so many minutes goes back to the queue. Null: it stays his. */
  claim_return_minutes: wait.nullable().default(null),
  /** Routing gives nobody more than so many tickets within so many minutes. Null: as many as he has room for. */
  routing_pace: z
    .strictObject({
      tickets: z.number().int().min(1).max(1000),
      minutes: z.number().int().min(1).max(1440),
    })
    .nullable()
    .default(null),
  /** A customer's new ticket goes to who had his last one, if that was within so many days and there is room. 0: no. */
  sticky_days: z.number().int().min(0).max(365).default(0),
  /** Calls and chats ring at one agent after the other, who accept or decline (product D14). Null: given like the rest. */
  offers: z.strictObject({ call: ringing, chat: ringing }).default({ call: null, chat: null }),
  /**
   * Minutes of waiting after which the skills that a topic wishes for count no more, and those that it requires are not
   * asked (but for teams that keep them). Null: never.
   */
  skill_waits: z
    .strictObject({ preferred: wait.nullable(), required: wait.nullable() })
    .default({ preferred: null, required: null }),
  /**
   * What becomes of tickets in a language that nobody took within so many minutes: to that team, or (null) to anybody,
   * with or without it. What is not named here is waited for, however long.
   */
  language_waits: z
    .array(z.strictObject({ language, minutes: wait, team: id.nullable() }))
    .max(60)
    .refine((list) => new Set(list.map((one) => one.language)).size === list.length, 'unique')
    .default([]),
  /** What a snoozed ticket counts in an agent's load. */
  snoozed_weight: z.number().min(0).max(1).default(0),
  /** How many places above his limit a customer's answer may lift his agent, before the ticket goes to the queue. */
  continuity_places: z.number().int().min(0).max(100).default(2),
  /**
   * Presence (product 2.9): how long somebody without a connection counts as there, after how many minutes away what
   * he has not begun goes back to the queue (null: never), which answers of customers go back to the team meanwhile,
   * and the reasons to choose from.
   */
  presence: z
    .strictObject({
      grace_seconds: z.number().int().min(30).max(3600),
      handover_minutes: z.number().int().min(1).max(1440).nullable(),
      away_replies: z.enum(AWAY_REPLIES),
      reasons: z.array(awayReason).max(20),
    })
    .default({ ...USUAL_PRESENCE, reasons: [] }),
  /** Days during which an answer to a resolved ticket opens it again; after them it closes. Null: the environment's. */
  reopen_days: z.number().int().min(0).max(365).nullable().default(null),
  /**
   * A ticket that waits for its customer is resolved so many days after the last thing that he could see; he is told by
   * mail `notice_days` before. Null: age ends no unsolved work.
   */
  auto_close: z
    .strictObject({
      after_days: z.number().int().min(2).max(365),
      notice_days: z.number().int().min(1).max(30),
    })
    .refine(({ after_days, notice_days }) => notice_days < after_days, {
      error: 'order',
      path: ['notice_days'],
    })
    .nullable()
    .default(null),
  /**
   * Customers are asked by mail how it was, so many hours after a resolution that holds; each at most once in so many
   * days. Null: nobody is asked.
   */
  ask_rating: z
    .strictObject({
      after_hours: z.number().int().min(1).max(720),
      every_days: z.number().int().min(1).max(365),
    })
    .nullable()
    .default(null),
  /** The team may answer notices by mail, where a mailbox's own receiving host proves the sender (product G13). */
  staff_reply_by_mail: z.boolean().default(false),
  /**
   * Seconds that the mail of an answer waits: what its customer sees in the portal meanwhile is not mailed, and several
   * answers are one mail. 0: it leaves at once.
   */
  reply_mail_delay_seconds: z.number().int().min(0).max(3_600).default(0),
  /** A rating of 1 or 2 opens a resolved ticket again, as an answer would. */
  low_rating_reopens: z.boolean().default(false),
  /** What makes a waiting ticket urgent. */
  urgency: urgencyRules.default(USUAL_URGENCY),
  /** May drafts quote answered tickets of other customers, masked? */
  ai_answered_tickets: z.boolean().default(false),
  /** Drafts that one person may ask for. */
  ai_per_hour: z.number().int().min(0).max(1000).default(20),
  ai_per_day: z.number().int().min(0).max(10_000).default(100),
  /** The first steps are done, or nobody wants to see them any more: the desk's list of them is gone. */
  setup_done: z.boolean().default(false),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingKey = keyof Settings;

export const settingsDto = settingsSchema.meta({ id: 'Settings' });
/** Any of them; what is left out stays. */
export const editSettingsInput = z
  .strictObject(
    Object.fromEntries(
      Object.entries(settingsSchema.shape).map(([key, field]) => [key, field.unwrap().optional()]),
    ) as { [K in SettingKey]: z.ZodOptional<ReturnType<(typeof settingsSchema.shape)[K]['unwrap']>> },
  )
  .meta({ id: 'EditSettings' });
export type EditSettingsInput = z.infer<typeof editSettingsInput>;
