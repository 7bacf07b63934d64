import { sql } from '../db/transaction';

/** What a change of routing may speak of: teams with their names, and topics. */
export interface Known {
  teams: ReadonlyMap<string, string>;
  topics: ReadonlySet<string>;
}

export async function knownNames(): Promise<Known> {
  const [teams, topics] = await Promise.all([
    sql.query<{ id: string; name: string }>('SELECT id, name FROM team'),
    sql.query<{ id: string }>('SELECT id FROM topic'),
  ]);
  return {
    teams: new Map(teams.rows.map(({ id, name }) => [id, name])),
    topics: new Set(topics.rows.map(({ id }) => id)),
  };
}
