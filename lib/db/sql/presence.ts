import { ALIVE_SECONDS } from '../../heartbeat';
import { USUAL_PRESENCE } from '../../rules/presence';

/** Until when a line was open: it was closed, its process was there for the last time, or it is open still. */
const SEEN = `coalesce(c.closed_at, h.beat_at + interval '${ALIVE_SECONDS} seconds', c.opened_at)`;

const GRACE = `make_interval(secs => coalesce(
  (SELECT (value ->> 'grace_seconds')::int FROM setting WHERE key = 'presence'), ${USUAL_PRESENCE.grace_seconds}))`;

/**
 * Is a row of `person` there, whatever he says? Liveness can be lost only by who had it (product 2.9): somebody
 * without a socket since he is online counts as there, and so does who is reached on his phone. A socket that closed,
 * or whose process died, counts for the grace.
 */
export const IS_LIVE = `(person.stays_reachable OR coalesce((
    SELECT max(${SEEN}) > now() - ${GRACE} FROM person_connection c LEFT JOIN heartbeat h USING (process)
    WHERE c.person_id = person.id AND ${SEEN} >= person.spell_at), true))`;

const IS_STAFF = `person.disabled_at IS NULL AND person.role <> 'customer'`;

/** May a row of `person` be given work at this moment? The one condition of it. */
export const MAY_BE_GIVEN = `(person.is_available AND ${IS_STAFF} AND ${IS_LIVE})`;

/** May a row of `person` go on with his own ticket when its customer answers? Who is busy is busy with those. */
export const MAY_GO_ON = `(person.intent IN ('online', 'busy') AND ${IS_STAFF} AND ${IS_LIVE})`;

/** Has this person a window open, in any process that is alive? A condition; `person` is an alias or table. */
export const hasLine = (person: string): string =>
  `EXISTS (SELECT 1 FROM person_connection l JOIN heartbeat b USING (process)
     WHERE l.person_id = ${person}.id AND l.closed_at IS NULL AND b.beat_at > now() - interval '${ALIVE_SECONDS} seconds')`;
