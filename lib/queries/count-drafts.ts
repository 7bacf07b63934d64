import { type Sql, sql } from '../db/transaction';
import type { Settings } from '../schemas/settings';

export interface DraftCount {
  /** Drafts that the person may still ask for now. */
  left: number;
  /** Seconds until one more is free; only of meaning when none is left. */
  wait: number;
}

const HOUR = 3_600;
const DAY = 86_400;

/** What is left of a person's drafts, by the settings' two caps. Every draft counts, whatever became of it. */
export async function countDrafts(
  personId: string,
  settings: Pick<Settings, 'ai_per_hour' | 'ai_per_day'>,
  from: Sql = sql,
): Promise<DraftCount> {
  const { rows } = await from.query<{ age: number }>(
    `SELECT extract(epoch FROM now() - created_at)::float8 AS age FROM ai_draft
     WHERE person_id = $1 AND created_at > now() - interval '1 day' ORDER BY created_at DESC LIMIT 10001`,
    [personId],
  );
  const ages = rows.map(({ age }) => age);
  const caps = [
    { most: settings.ai_per_hour, seconds: HOUR },
    { most: settings.ai_per_day, seconds: DAY },
  ].map(({ most, seconds }) => {
    const counted = ages.filter((age) => age < seconds);
    // one is free again when the oldest that fills the cap leaves the window
    const blocking = counted[most - 1];
    return {
      left: Math.max(0, most - counted.length),
      wait: Math.max(1, Math.ceil(seconds - (blocking ?? 0))),
    };
  });
  const left = Math.min(...caps.map((cap) => cap.left));
  const waits = caps.filter((cap) => cap.left === 0).map((cap) => cap.wait);
  return { left, wait: Math.max(1, ...waits) };
}
