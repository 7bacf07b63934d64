import { sql } from '../db/transaction';

/** Teams by name, for forms that choose one. */
export async function listTeamNames(): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql.query<{ id: string; name: string }>(
    'SELECT id, name FROM team ORDER BY lower(name), id',
  );
  return rows;
}
