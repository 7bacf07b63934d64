/** The words of the index `ticket_fact_answered`: which kind of work a fact is of, and when its first answer came. */
export const LANE = `(CASE channel WHEN 'CALL' THEN 'call' WHEN 'CHAT' THEN 'chat' ELSE 'other' END)`;
const ANSWERED_AT = `((created_at AT TIME ZONE 'UTC') + reply_seconds * interval '1 second')`;

const DAYS = 7;
/** The newest answers are enough, however many there were. */
const ANSWERS = 2_000;

const figures = (within = 'true') =>
  `json_build_object('count', count(*) FILTER (WHERE ${within}),
     'half', percentile_disc(0.5) WITHIN GROUP (ORDER BY reply_seconds) FILTER (WHERE ${within}),
     'most', percentile_disc(0.9) WITHIN GROUP (ORDER BY reply_seconds) FILTER (WHERE ${within}))`;

/** `$1` the kind of work, `$2` languages: the first answers to the like of the last hour, and of the last days. */
export const ANSWERS_TO_LIKE = `SELECT ${figures(`at > (now() AT TIME ZONE 'UTC') - interval '1 hour'`)} AS hour, ${figures()} AS days
  FROM (
    SELECT reply_seconds, ${ANSWERED_AT} AS at FROM ticket_fact
    WHERE ${LANE} = $1 AND languages = $2::text[] AND created_at IS NOT NULL AND reply_seconds IS NOT NULL
      AND ${ANSWERED_AT} > (now() AT TIME ZONE 'UTC') - interval '${DAYS} days'
    ORDER BY ${ANSWERED_AT} DESC LIMIT ${ANSWERS}) q`;

/** The same of all tickets, of the last days. */
export const ANSWERS_TO_ALL = `SELECT ${figures()} AS "all"
  FROM (SELECT reply_seconds FROM ticket_fact
        WHERE replied_day >= current_date - ${DAYS} ORDER BY replied_day DESC LIMIT ${ANSWERS}) q`;
