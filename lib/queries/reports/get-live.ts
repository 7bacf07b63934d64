import { MAY_BE_GIVEN } from '../../db/sql/presence';
import { sql } from '../../db/transaction';
import type { LiveDto } from '../../schemas/report';

/** How it stands this moment: who waits in the queue, how long the first of them, and who is there. */
export async function getLive(): Promise<LiveDto> {
  const [{ rows: queue }, { rows: people }] = await Promise.all([
    sql.query<{ n: number; since: Date | null }>(
      `SELECT count(*)::int AS n, min(coalesce(waiting_since, created_at)) AS since FROM ticket
       WHERE assignee_id IS NULL AND status = 'OPEN' AND deleted_at IS NULL AND spam_at IS NULL`,
    ),
    sql.query<{ available: number; n: number }>(
      `SELECT count(*) FILTER (WHERE ${MAY_BE_GIVEN})::int AS available, count(*) FILTER (WHERE is_available OR role = 'agent')::int AS n
       FROM person WHERE role <> 'customer' AND disabled_at IS NULL`,
    ),
  ]);
  return {
    queue: queue[0]!.n,
    longest_wait_since: queue[0]!.since?.toISOString() ?? null,
    agents_available: people[0]!.available,
    agents: people[0]!.n,
  };
}
