import { z } from 'zod';
import { BARS } from '../rules/what-bars';
import { channel, languages, priority } from './enums';
import { id } from './id';
import { editSettingsInput, week } from './settings';
import { skills } from './skills';
import { personRef, routingReason, ticketRef, topic } from './ticket';
import { ticketRoutingDto } from './ticket-routing';
import { urgencyLevel } from './urgency';
import { INTENTS, POLICIES } from './values';

const count = z.number().int();
const limit = z.number().int().min(0).max(1000);

/** Settings of the workspace that routing goes by; what is left out is as it is. */
const settings = editSettingsInput
  .pick({
    routing_policy: true,
    queue_minutes: true,
    kind_order: true,
    routing_pace: true,
    sticky_days: true,
    skill_waits: true,
    language_waits: true,
  })
  .default({})
  .meta({ description: 'Settings that routing goes by, as in `PATCH /settings`.' });
const few = <T extends z.ZodType>(of: T, most: number) =>
  z
    .record(id, of)
    .refine((all) => Object.keys(all).length <= most, 'too_many')
    .default({});
const teams = few(z.enum(POLICIES).nullable(), 200).meta({
  description: 'The policy of a team, by its id; null: as the workspace has it.',
});
const topics = few(
  z.strictObject({ skills: skills.optional(), preferred_skills: skills.optional() }),
  200,
).meta({ description: 'The skills of a topic, by its id.' });
const brings = {
  languages: languages.optional(),
  skills: skills.optional(),
  teams: z.array(id).max(50).optional(),
  capacity: limit.optional(),
  capacity_calls: limit.optional(),
  capacity_total: limit.nullable().optional(),
};
const agents = z
  .array(z.strictObject({ id, ...brings }))
  .max(100)
  .default([])
  .meta({ description: 'Agents as they would be.' });
const changes = { settings, teams, topics, agents };

export const whatIfInput = z
  .strictObject({
    ticket: ticketRef
      .optional()
      .meta({ description: 'Whose traits hold where none are told: a UUID or number.' }),
    channel: channel.optional(),
    languages: languages.optional(),
    topic: topic.nullable().optional().meta({ description: 'The key of a topic.' }),
    team: id.nullable().optional().meta({ description: 'The topic’s unless told.' }),
    priority: priority.optional(),
    urgency: urgencyLevel.optional(),
    customer: id
      .nullable()
      .optional()
      .meta({ description: 'Whether he is VIP, and who had his last ticket, counts.' }),
    ...changes,
  })
  .meta({ id: 'WhatIf' });
export type WhatIfInput = z.infer<typeof whatIfInput>;

const { waiting, decisions } = ticketRoutingDto.shape;
const { asks, considered, excluded } = waiting.unwrap().shape;

/** An agent beside a ticket: the first condition that leaves him out, or his place among those who could have it. */
const besideDto = z.object({
  id: z.string(),
  name: z.string(),
  bar: z.enum(BARS).nullable().meta({ description: 'The first condition that leaves this agent out.' }),
  intent: z.enum(INTENTS),
  intent_reason: z.string().nullable(),
  /** Languages or skills that are not there. */
  missing: z.array(z.string()),
  /** Of the limit that counts, or of the pace when that is the bar. */
  used: z.number(),
  of: count,
  /** 1 for who would get it; null for whom a bar leaves out. */
  rank: count.nullable(),
});
export type BesideDto = z.infer<typeof besideDto>;

export const whatIfDto = z
  .object({
    reason: routingReason,
    agent: personRef.nullable(),
    winner: decisions.element.shape.winner.nullable(),
    ...{ asks, considered, excluded },
    policy: z.enum(POLICIES),
    /** Minutes before its arrival that it stands in the queue; less than 0 behind. */
    head_start: count,
    /** Where it would stand, among what the same agents could take; null: nobody could, or beyond 500. */
    place: count.nullable(),
    agents: z.array(besideDto),
  })
  .meta({ id: 'WhatIfAnswer' });
export type WhatIfDto = z.infer<typeof whatIfDto>;

export const replayInput = z
  .strictObject({
    ...changes,
    more_agents: z
      .array(
        z.strictObject({
          ...brings,
          languages: languages.default([]),
          shifts: week.meta({ description: 'Seven days from Monday on, in the zone of the business hours.' }),
        }),
      )
      .max(20)
      .default([])
      .meta({ description: 'Agents who are not there yet.' }),
    tickets: z.number().int().min(1).max(1000).default(1000),
  })
  .meta({ id: 'Replay' });
export type ReplayInput = z.infer<typeof replayInput>;

const seconds = z.number().nullable();
const spread = {
  n: count,
  half: seconds.meta({ description: 'Seconds that half of them waited at most.' }),
  most: seconds.meta({ description: 'Seconds that nine in ten waited at most.' }),
  longest: seconds,
};
const figures = z
  .object({
    tickets: count,
    given: count,
    waiting: count,
    at_once: z.number().nullable().meta({ description: 'Share that somebody had in the moment it came.' }),
    wait: z.object(spread),
    by_language: z.array(z.object({ key: z.string(), ...spread })),
    by_kind: z.array(z.object({ key: z.enum(['call', 'chat', 'other']), ...spread })),
    gini: z.number().nullable().meta({
      description: 'Of the work handled in an hour of presence: 0, all alike, to 1, one does it all.',
    }),
    unspoken: count.meta({
      description: 'Came while somebody of their team was there, but nobody who spoke their languages.',
    }),
    foreign: count.meta({
      description: 'Given to somebody who does not speak their languages, since they were asked no more.',
    }),
    agents: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        tickets: count,
        handled: z.number(),
        present: z.number(),
      }),
    ),
  })
  .meta({ id: 'RoutingFigures' });

const hand = z.object({
  agent: personRef.nullable(),
  wait: z.number().meta({ description: 'Seconds; until now where nobody has it.' }),
});
export const replayDto = z
  .object({
    from: z.string().nullable().meta({ description: 'When the first of them came; null without any.' }),
    until: z.string(),
    before: figures.meta({ description: 'Played by the rules as they are.' }),
    after: figures.meta({ description: 'Played by the rules as they would be.' }),
    /** What was recorded: how long until somebody had it, of those that somebody had. */
    recorded: z.object(spread),
    changed: z.object({
      count: count.meta({ description: 'Tickets that somebody else would have, or nobody any more.' }),
      results: z.array(
        z.object({ id: z.string(), number: count, subject: z.string(), before: hand, after: hand }),
      ),
    }),
  })
  .meta({ id: 'ReplayAnswer' });
export type ReplayDto = z.infer<typeof replayDto>;
