import { sql } from '../db/transaction';
import { containing } from './containing';

const MOST = 50;

/** Tags to choose from: those that begin as `q` does, then those that hold it, the lately used first. */
export async function listTags(q = ''): Promise<{ results: string[] }> {
  const { rows } = await sql.query<{ name: string }>(
    `SELECT name FROM tag WHERE name LIKE $1 ORDER BY NOT starts_with(name, $2), last_used_at DESC, name LIMIT ${MOST}`,
    [containing(q.trim().toLowerCase()), q.trim().toLowerCase()],
  );
  return { results: rows.map(({ name }) => name) };
}
