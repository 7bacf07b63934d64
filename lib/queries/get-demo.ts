import { type Sql, sql } from '../db/transaction';
import { type Actor, PLAIN_SCOPE } from '../rules/permissions';
import type { DemoDto } from '../schemas/setup';

/** Whether example data is here, and how much of it. */
export async function getDemo(from: Sql = sql): Promise<DemoDto> {
  const { rows } = await from.query<{
    value: Pick<DemoDto, 'state' | 'kept'> | null;
    tickets: number;
    people: number;
  }>(
    `SELECT (SELECT value FROM setting WHERE key = 'demo_data') AS value,
       (SELECT count(*)::int FROM ticket WHERE is_demo) AS tickets,
       (SELECT count(*)::int FROM person WHERE is_demo AND disabled_at IS NULL) AS people`,
  );
  const { value, ...counts } = rows[0]!;
  return { state: value?.state ?? 'none', kept: value?.kept ?? 0, ...counts };
}

/** Who asked for the example data that is not there yet; null when nobody did. */
export async function findDemoAsker(): Promise<Actor | null> {
  const { rows } = await sql.query<Pick<Actor, 'id' | 'role' | 'name'>>(
    `SELECT p.id, p.role, p.name FROM event e JOIN person p ON p.id = e.actor_id
     WHERE e.ticket_id IS NULL AND e.type = 'demo.requested'
       AND EXISTS (SELECT 1 FROM setting WHERE key = 'demo_data' AND value ->> 'state' = 'loading')
     ORDER BY e.created_at DESC LIMIT 1`,
  );
  return rows[0] ? { ...rows[0], sessionId: null, scope: PLAIN_SCOPE } : null;
}
