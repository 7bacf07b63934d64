import { sql } from '../db/transaction';
import type { LabArrivalsDto } from '../schemas/lab-arrivals';

/** The tickets since then by how they came, their language and who has them. What was solved since counts as his. */
export async function getLabArrivals({ since }: { since: string }): Promise<LabArrivalsDto> {
  const { rows } = await sql.query<LabArrivalsDto['groups'][number]>(
    `SELECT t.channel, t.languages[1] AS language, p.name AS agent, count(*)::int AS n,
       (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM call c WHERE c.ticket_id = t.id AND c.state = 'missed')))::int AS missed
     FROM ticket t LEFT JOIN person p ON p.id = t.assignee_id
     WHERE t.created_at >= $1 AND t.deleted_at IS NULL
     GROUP BY t.channel, t.languages[1], p.name ORDER BY n DESC, 1, 2, 3 LIMIT 200`,
    [since],
  );
  return { groups: rows };
}
