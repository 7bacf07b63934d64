import { type Sql, sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import { searchConfigs } from '../rules/search-language';

export interface CannedMatch {
  id: string;
  short_code: string;
  title: string;
  topic: string | null;
  /** Its text in the wanted language, else in English, else in whatever it has. */
  body: string;
  language: string;
  updated_at: Date;
}

/**
 * The canned replies that answer a question best: by the ticket's topic, by the words that they share with it, by how
 * much their title is like its subject. Only those that the person may use: his own, his teams', everybody's.
 */
export async function matchCannedReplies(
  actor: Actor,
  about: { subject: string; question: string; topic: string | null; language: string | null },
  limit = 4,
  from: Sql = sql,
): Promise<CannedMatch[]> {
  const [dictionary = 'simple'] = searchConfigs(about.language ? [about.language] : []);
  const { rows } = await from.query<CannedMatch>(
    `WITH asked AS (
       SELECT coalesce(array_agg(lexeme) FILTER (WHERE length(lexeme) > 2), '{}') AS words
       FROM unnest(to_tsvector($2::regconfig, $3))
     ), mine AS (
       SELECT r.*, CASE WHEN r.bodies ? $6 THEN $6 WHEN r.bodies ? 'en' THEN 'en'
                        ELSE (SELECT min(key) FROM jsonb_object_keys(r.bodies) AS key) END AS language
       FROM canned_reply r
       WHERE r.archived_at IS NULL
         AND (r.owner_id IS NULL OR r.owner_id = $1)
         AND (r.team_id IS NULL OR r.team_id IN (SELECT team_id FROM team_member WHERE person_id = $1))
     ), judged AS (
       SELECT m.*, m.bodies ->> m.language AS body,
         cardinality(ARRAY(SELECT unnest(tsvector_to_array(to_tsvector($2::regconfig, m.title || ' ' || (m.bodies ->> m.language))))
                           INTERSECT SELECT unnest(asked.words))) AS shared,
         m.topic IS NOT NULL AND m.topic = $5 AS of_topic,
         similarity(lower(m.title), lower($4)) AS likeness
       FROM mine m, asked WHERE m.language IS NOT NULL
     )
     SELECT id, short_code, title, topic, body, language, updated_at FROM judged
     WHERE shared >= 2 OR (of_topic AND shared >= 1) OR likeness > 0.3
     ORDER BY (CASE WHEN of_topic THEN 3 ELSE 0 END) + shared + 4 * likeness
              + (CASE WHEN language = $6 THEN 1 ELSE 0 END) DESC, id
     LIMIT $7`,
    [
      actor.id,
      dictionary,
      `${about.subject} ${about.question}`,
      about.subject,
      about.topic,
      about.language ?? '',
      limit,
    ],
  );
  return rows;
}
