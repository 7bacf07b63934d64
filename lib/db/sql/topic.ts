/**
 * The topic that a text means, as a query of one row or none: by its key or any of its names, whatever their case,
 * an active one before an archived. `text` is a placeholder or column.
 */
export const topicMeant = (text: string): string => `SELECT id, key, team_id FROM topic
  WHERE lower(key) = lower(btrim(${text}))
     OR EXISTS (SELECT 1 FROM jsonb_each_text(names) n WHERE lower(n.value) = lower(btrim(${text})))
  ORDER BY archived_at IS NOT NULL, position, id LIMIT 1`;
