import type { DoorNow } from '../../rules/reports';
import type { AddValue } from './add-value';
import { QUEUE_ORDER, QUEUED } from './queue';

/** So many tickets of one number are counted at most: beyond it "more" says as much, and counting on would cost. */
export const MOST_COUNTED = 1_000;

/**
 * `$1` a team, or null. What waits of each demand: a look into the queue's index for each, and no further in it than
 * is told.
 */
export const WAITING_NOW = `SELECT d.id AS demand, d.kind, d.languages, d.topic, d.reason, q.count, q.since,
    (SELECT jsonb_build_object('id', team.id, 'name', team.name) FROM team WHERE team.id = d.team_id) AS team
  FROM demand d CROSS JOIN LATERAL (
    SELECT count(*)::int AS count, min(since) AS since FROM (
      SELECT coalesce(t.waiting_since, t.created_at) AS since FROM ticket t
      WHERE t.demand_id = d.id AND ${QUEUED} ORDER BY ${QUEUE_ORDER} LIMIT ${MOST_COUNTED + 1}) first
  ) q
  WHERE q.count > 0 AND ($1::uuid IS NULL OR d.team_id = $1)`;

const INBOX = 't.deleted_at IS NULL AND t.spam_at IS NULL AND t.merged_into IS NULL';

/** Conditions on tickets `t` of what happened within the last hour. */
export const LATELY = {
  created_lately: `t.created_at > now() - interval '1 hour' AND ${INBOX}`,
  resolved_lately: `t.resolved_at > now() - interval '1 hour' AND t.status IN ('RESOLVED', 'CLOSED') AND ${INBOX}`,
} as const;

/** `$1` a team, or null. How many of them, counted no further than is told. */
export const countLately = (what: keyof typeof LATELY): string =>
  `SELECT count(*)::int AS n FROM (
     SELECT FROM ticket t WHERE ${LATELY[what]} AND ($1::uuid IS NULL OR t.team_id = $1) LIMIT ${MOST_COUNTED + 1}) q`;

/** Conditions on tickets `t` of exactly those that a number of the board counted. */
export const doorNowConditions = ({ show, team, demand }: DoorNow, add: AddValue): string[] => [
  show === 'waiting' ? QUEUED : LATELY[show],
  ...(team ? [`t.team_id = ${add(team, '::uuid')}`] : []),
  ...(demand ? [`t.demand_id = ${add(demand, '::int')}`] : []),
];
