import { z } from 'zod';
import { daysBetween } from '../rules/business-time';
import { AGE_KEYS, DIMENSIONS, SHOWN, SHOWN_NOW } from '../rules/reports';
import { channel, language, priority, status } from './enums';
import { text } from './text';

/** A date of the workspace's zone; a time, or a year that cannot be meant, is refused. */
const day = z.iso.date().refine((date) => date >= '2000-01-01' && date <= '2100-12-31', 'range');
const idOrNone = z.union([z.literal('none'), z.uuid()]);

const filters = {
  agent: idOrNone.optional(),
  team: idOrNone.optional(),
  topic: text({ max: 80, line: true }).optional(),
  channel: channel.optional(),
  language: z.union([z.literal('none'), language]).optional(),
};

/** The longest range, days. */
const MOST_DAYS = 1_100;
const inOrder = <T extends { from?: string | undefined; to?: string | undefined }>(range: T): boolean =>
  !range.from || !range.to || range.from <= range.to;
const notTooLong = <T extends { from: string; to: string }>({ from, to }: T): boolean =>
  daysBetween(from, to) <= MOST_DAYS;

const rangeAndFilters = z.strictObject({ from: day, to: day, ...filters });
const checked = <T extends z.ZodType<{ from: string; to: string }>>(schema: T) =>
  schema
    .refine(inOrder, { error: 'order', path: ['to'] })
    .refine(notTooLong, { error: 'range', path: ['to'] });

export const reportQuery = checked(
  rangeAndFilters.extend({
    compare: z
      .enum(['0', '1'])
      .default('0')
      .transform((value) => value === '1'),
  }),
);
export type ReportQuery = z.infer<typeof reportQuery>;

export const breakdownQuery = checked(rangeAndFilters.extend({ by: z.enum(DIMENSIONS) }));
export type BreakdownQuery = z.infer<typeof breakdownQuery>;

export const exportQuery = checked(
  rangeAndFilters.extend({ what: z.enum(['days', 'backlog', 'status', 'first_reply', ...DIMENSIONS]) }),
);
export type ExportQuery = z.infer<typeof exportQuery>;

export const volumeQuery = z.strictObject({
  days: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'days')
    .default('30')
    .transform(Number)
    .refine((days) => days <= 366, 'days'),
});
export const resolutionQuery = z
  .strictObject({ from: day.optional(), to: day.optional() })
  .refine(inOrder, { error: 'order', path: ['to'] });

/** What `in_report` says, see {@link ReportDoor}. */
const door = z
  .strictObject({
    show: z.enum(SHOWN),
    from: day.optional(),
    to: day.optional(),
    ...filters,
    status: status.optional(),
    priority: priority.optional(),
    age: z.enum(AGE_KEYS).optional(),
    at_least: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
    hours: z.enum(['calendar', 'business']).optional(),
  })
  .refine(inOrder);
const doorNow = z.strictObject({
  show: z.enum(SHOWN_NOW),
  team: z.uuid().optional(),
  demand: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});
const anyDoor = z.union([door, doorNow]);
export const inReport = z
  .string()
  .max(600)
  .transform((value, context): z.infer<typeof anyDoor> => {
    const parsed = anyDoor.safeParse(Object.fromEntries(new URLSearchParams(value)));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: 'door' });
    return z.NEVER;
  });

const seconds = z
  .number()
  .nullable()
  .meta({ description: 'Seconds; null when there is nothing to measure.' });
const measured = z.object({ average_seconds: seconds, median_seconds: seconds, p90_seconds: seconds });

export const summaryDto = z
  .object({
    total: z.number().int(),
    by_status: z.record(status, z.number().int()),
    by_priority: z.record(priority, z.number().int()),
    unassigned: z.number().int(),
  })
  .meta({ id: 'AnalyticsSummary' });

export const volumeDto = z
  .object({
    days: z.number().int(),
    time_zone: z.string(),
    results: z.array(z.object({ date: z.string(), created: z.number().int(), resolved: z.number().int() })),
  })
  .meta({ id: 'AnalyticsVolume' });

export const resolutionDto = measured
  .extend({
    count: z.number().int(),
    /** Largest relative error of median and p90; 0 when they are exact. */
    error: z.number(),
    business: measured.nullable(),
  })
  .meta({ id: 'AnalyticsResolution' });
export type ResolutionDto = z.infer<typeof resolutionDto>;

const hoursDto = measured.extend({
  percentiles: z.array(z.object({ share: z.number(), seconds })),
});
const clockDto = z
  .object({
    n: z.number().int(),
    error: z.number(),
    calendar: hoursDto,
    business: hoursDto.nullable(),
  })
  .meta({ id: 'ReportClock' });
export type ClockDto = z.infer<typeof clockDto>;

const satisfactionDto = z.object({ n: z.number().int(), good: z.number().int() }).meta({
  id: 'Satisfaction',
  description: 'Ratings that customers gave, and how many of them were 4 or 5.',
});
export type SatisfactionDto = z.infer<typeof satisfactionDto>;

const figuresDto = z.object({
  created: z.number().int(),
  resolved: z.number().int(),
  first_reply: clockDto,
  resolution: clockDto,
  satisfaction: satisfactionDto,
});
export type FiguresDto = z.infer<typeof figuresDto>;

export const reportDto = z
  .object({
    from: z.string(),
    to: z.string(),
    time_zone: z.string(),
    /** Today in that zone; the day is not over. */
    today: z.string(),
    /** The hours that count as business hours changed, and not all tickets are counted with them yet. */
    recounting: z.boolean(),
    figures: figuresDto,
    previous: figuresDto.extend({ from: z.string(), to: z.string() }).nullable(),
    days: z.array(
      z.object({
        date: z.string(),
        created: z.number().int(),
        resolved: z.number().int(),
        /** Medians of the day, in business hours (calendar hours in a house that never opens). */
        first_reply: seconds,
        resolution: seconds,
        satisfaction: satisfactionDto,
      }),
    ),
    /** Tickets created in the range, by the status they have now. */
    by_status: z.record(status, z.number().int()),
    /** Unsolved tickets now, by age and status. */
    backlog: z.array(z.object({ age: z.enum(AGE_KEYS), by_status: z.record(z.string(), z.number().int()) })),
  })
  .meta({ id: 'Report' });
export type ReportDto = z.infer<typeof reportDto>;

export const breakdownDto = z
  .object({
    by: z.enum(DIMENSIONS),
    error: z.number(),
    results: z.array(
      z.object({
        /** Empty for tickets that have none. */
        key: z.string(),
        name: z.string(),
        created: z.number().int(),
        resolved: z.number().int(),
        first_reply: z.object({ n: z.number().int(), median_seconds: seconds, p90_seconds: seconds }),
        resolution: z.object({ n: z.number().int(), median_seconds: seconds, p90_seconds: seconds }),
        satisfaction: satisfactionDto,
        /** Of people alone. */
        load: z
          .object({
            holds: z.number().int(),
            capacity: z.number().int(),
            is_available: z.boolean(),
            held_average: z.number(),
            available_seconds: z.number(),
          })
          .nullable(),
      }),
    ),
    /** In which hours the medians are told. */
    hours: z.enum(['business', 'calendar']),
  })
  .meta({ id: 'ReportBreakdown' });
export type BreakdownDto = z.infer<typeof breakdownDto>;

export const liveDto = z
  .object({
    queue: z.number().int(),
    longest_wait_since: z.string().nullable(),
    agents_available: z.number().int(),
    agents: z.number().int(),
  })
  .meta({ id: 'ReportLive' });
export type LiveDto = z.infer<typeof liveDto>;

const explainedClock = z.object({
  state: z.enum(['running', 'met', 'none']),
  calendar_seconds: z.number(),
  business_seconds: z.number().nullable(),
  stretches: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      counted: z.boolean(),
      reason: z.enum(['counted', 'closed', 'waiting', 'resolved']),
    }),
  ),
});
export const ticketClocksDto = z
  .object({
    ticket: z.object({ id: z.string(), number: z.number().int(), subject: z.string() }),
    time_zone: z.string(),
    is_counted: z.boolean(),
    created_at: z.string().nullable(),
    replied_at: z.string().nullable(),
    resolved_at: z.string().nullable(),
    first_reply: explainedClock,
    resolution: explainedClock,
  })
  .meta({ id: 'TicketClocks' });
export type TicketClocksDto = z.infer<typeof ticketClocksDto>;
