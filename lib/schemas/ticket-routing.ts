import { z } from 'zod';
import { personRef, routingReason } from './ticket';
import { PRIORITIES } from './values';

const count = z.number().int();

/** How many of the available agents each condition leaves out; who fails two counts for the first of this order. */
const excluded = z.object({
  team: count.optional(),
  language: count.optional(),
  skill: count.optional(),
  telephone: count.optional(),
  barred: count.optional(),
  room: count.optional(),
  pace: count.optional(),
});

const demand = z.object({
  kind: z.enum(['call', 'chat', 'other']),
  languages: z.array(z.string()),
  skills: z.array(z.string()),
  preferred: z.array(z.string()),
  /** What it asked until it had waited for it long enough. */
  waived: z.object({ languages: z.array(z.string()).readonly(), skills: z.array(z.string()).readonly() }),
  team: z.object({ id: z.string(), name: z.string() }).nullable(),
});

/** Why a ticket is with whom it is, or why it still waits, as it is at this moment. */
export const ticketRoutingDto = z
  .object({
    /** Null when it does not wait. */
    waiting: z
      .object({
        reason: routingReason,
        asks: demand,
        /** Available agents, and how many of them each condition leaves out. */
        considered: count,
        excluded,
        /** Since when it waits, and since when it counts as waiting: importance is a head start. */
        since: z.string(),
        counts_from: z.string(),
        priority: z.enum(PRIORITIES),
        /** From 1, among what the same agents could take; null: nobody could, or too far back to say. */
        place: count.nullable(),
      })
      .nullable(),
    /** For what it waited until now, the newest first. */
    waited_for: z.array(z.object({ at: z.string(), reason: routingReason })),
    /** Each time that routing gave it to somebody, or rang it there, the newest first. */
    decisions: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        agent: personRef,
        /** Given (or accepted), or how its ringing ended. */
        outcome: z.enum(['given', 'ringing', 'declined', 'missed', 'withdrawn']),
        /** Of the policy that was in force. */
        version: count,
        considered: count,
        excluded,
        winner: z.object({
          won: z.enum(['only', 'before', 'covers', 'wished', 'share', 'turn']),
          /** Places that were taken before, of how many. */
          used: z.number(),
          of: count,
          /** How many could have had it, this one included. */
          among: count,
        }),
      }),
    ),
  })
  .meta({ id: 'TicketRouting' });
export type TicketRoutingDto = z.infer<typeof ticketRoutingDto>;
