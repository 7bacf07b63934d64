import { sql } from '../db/transaction';
import { Forbidden } from '../errors';
import { type Actor, may } from '../rules/permissions';
import type { AiUsageDto } from '../schemas/ai';

/** Of the drafts of the last days: `d`, joined with their tickets. */
const DRAFTS = `d AS (
  SELECT a.*, t.topic, t.number FROM ai_draft a JOIN ticket t ON t.id = a.ticket_id
  WHERE a.created_at > now() - make_interval(days => $1)
)`;
/** How much of what was sent differs from the draft. */
const EDIT_SHARE = 'avg(edit_distance::float8 / nullif(edit_of, 0))';

/** How drafts were used, what they cost, how much was edited, and where sources are missing. Admins only. */
export async function getAiUsage(actor: Actor, days: number): Promise<AiUsageDto> {
  if (!may(actor, 'ai.usage')) throw new Forbidden();
  const ask = <T extends object>(text: string) =>
    sql.query<T>(`WITH ${DRAFTS} ${text}`, [days]).then(({ rows }) => rows);
  const [totals, failures, models, people, gaps, reasons] = await Promise.all([
    ask<Omit<AiUsageDto, 'days' | 'failures' | 'models' | 'people' | 'gaps' | 'reasons'>>(TOTALS),
    ask<AiUsageDto['failures'][number]>(
      `SELECT error AS key, count(*) AS drafts FROM d WHERE status = 'failed' AND error IS NOT NULL
       GROUP BY error ORDER BY count(*) DESC, error`,
    ),
    ask<AiUsageDto['models'][number]>(
      `SELECT coalesce(model, provider) AS key, count(*) AS drafts, sum(cost_micros)::float8 / 1e6 AS cost FROM d
       WHERE provider IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
    ),
    ask<AiUsageDto['people'][number]>(
      `SELECT p.id, p.name, count(*) AS drafts, count(*) FILTER (WHERE d.outcome IN ('used', 'edited')) AS used,
         ${EDIT_SHARE} AS edit_share, coalesce(sum(d.cost_micros), 0)::float8 / 1e6 AS cost
       FROM d JOIN person p ON p.id = d.person_id GROUP BY p.id, p.name ORDER BY 3 DESC, p.name, p.id LIMIT 50`,
    ),
    ask<AiUsageDto['gaps'][number]>(
      `SELECT topic, count(*) AS drafts, count(*) FILTER (WHERE questions > 0) AS asked,
         count(*) FILTER (WHERE unsupported > 0) AS unsupported
       FROM d WHERE kind = 'reply' AND status = 'done' GROUP BY topic
       HAVING count(*) FILTER (WHERE questions > 0 OR unsupported > 0) > 0
       ORDER BY count(*) FILTER (WHERE questions > 0 OR unsupported > 0) DESC, topic NULLS LAST LIMIT 20`,
    ),
    ask<{ text: string; ticket_number: number; created_at: Date }>(
      `SELECT thumb_reason AS text, number AS ticket_number, created_at FROM d
       WHERE thumb = -1 AND thumb_reason IS NOT NULL ORDER BY created_at DESC, id DESC LIMIT 20`,
    ),
  ]);
  return {
    days,
    ...totals[0]!,
    failures,
    models,
    people,
    gaps,
    reasons: reasons.map((one) => ({ ...one, created_at: one.created_at.toISOString() })),
  };
}

const TOTALS = `SELECT count(*) AS drafts,
  count(*) FILTER (WHERE status = 'done') AS done,
  count(*) FILTER (WHERE status = 'failed') AS failed,
  count(*) FILTER (WHERE status = 'cancelled') AS cancelled,
  count(*) FILTER (WHERE outcome = 'used') AS used,
  count(*) FILTER (WHERE outcome = 'edited') AS edited,
  count(*) FILTER (WHERE outcome = 'discarded') AS discarded,
  count(*) FILTER (WHERE thumb = 1) AS thumbs_up,
  count(*) FILTER (WHERE thumb = -1) AS thumbs_down,
  ${EDIT_SHARE} AS edit_share,
  (percentile_cont(0.5) WITHIN GROUP (ORDER BY latency_ms) FILTER (WHERE status = 'done'))::int AS median_ms,
  coalesce(sum(tokens_in), 0) AS tokens_in,
  coalesce(sum(tokens_out), 0) AS tokens_out,
  coalesce(sum(cost_micros), 0)::float8 / 1e6 AS cost,
  count(*) FILTER (WHERE status = 'done' AND provider <> 'none' AND cost_micros IS NULL) AS unpriced
  FROM d`;
