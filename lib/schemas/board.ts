import { z } from 'zod';
import { LANES } from '../rules/queue-order';
import { id } from './id';
import { presenceDto } from './person';
import { routingReason } from './ticket';

const count = z.number().int();
/** What could be many is counted so far and no further; then there are more. */
const counted = z.object({ n: count, is_more: z.boolean() });
export type Counted = z.infer<typeof counted>;

export const boardQuery = z.strictObject({
  team: id.optional().meta({ description: 'People of this team, and its tickets.' }),
});

const personOnBoard = z.object({
  id: z.string(),
  name: z.string(),
  presence: presenceDto,
  /** Routing may give him work at this moment, as far as presence goes. */
  is_there: z.boolean(),
  languages: z.array(z.string()),
  load: z.number(),
  load_calls: z.number(),
  capacity: count,
  capacity_calls: count,
  capacity_total: count.nullable(),
});
export type PersonOnBoard = z.infer<typeof personOnBoard>;

const waitingOnBoard = z.object({
  /** What asks the same of its agent stands together. */
  demand: count,
  kind: z.enum(LANES),
  languages: z.array(z.string()),
  team: z.object({ id: z.string(), name: z.string() }).nullable(),
  topic: z.string().nullable(),
  ...counted.shape,
  /** Since when the longest-waiting one waits. */
  since: z.string(),
  reason: routingReason.nullable(),
});
export type WaitingOnBoard = z.infer<typeof waitingOnBoard>;

export const boardDto = z
  .object({
    /** Staff that is not offline, and whoever is offline and holds work. */
    people: z.array(personOnBoard),
    /** How many are offline and hold nothing. */
    offline: count,
    waiting: z.array(waitingOnBoard),
    /** Of all that wait. */
    queue: counted.extend({ since: z.string().nullable() }),
    /** In the last hour. */
    created: counted,
    resolved: counted,
    /** Tickets that routing gave to somebody, a minute, over the last quarter of an hour. */
    given_per_minute: z.number(),
  })
  .meta({ id: 'Board' });
export type BoardDto = z.infer<typeof boardDto>;
