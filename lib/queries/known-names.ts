import { sql } from '../db/transaction';

/** What a change of routing may speak of: teams, and topics. */
export interface Known {
  teams: ReadonlyMap<string, { name: string; keeps_skills: boolean }>;
  topics: ReadonlySet<string>;
}

export async function knownNames(): Promise<Known> {
  const [teams, topics] = await Promise.all([
    sql.query<{ id: string; name: string; keeps_skills: boolean }>('SELECT id, name, keeps_skills FROM team'),
    sql.query<{ id: string }>('SELECT id FROM topic'),
  ]);
  return {
    teams: new Map(teams.rows.map(({ id, ...team }) => [id, team])),
    topics: new Set(topics.rows.map(({ id }) => id)),
  };
}
