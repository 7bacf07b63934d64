import { MAY_BE_GIVEN } from '../db/sql/presence';
import { type Sql, sql } from '../db/transaction';
import { opensAt } from './get-queue-place';

/** Is the house open, and may somebody of the team be given work now? Else who writes is answered by mail. */
export async function isAnybodyThere(
  from: Sql = sql,
): Promise<{ is_online: boolean; opens_at: string | null }> {
  const [opens_at, { rows }] = await Promise.all([
    opensAt(),
    from.query<{ is_there: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM person WHERE ${MAY_BE_GIVEN}) AS is_there`,
    ),
  ]);
  return { is_online: opens_at === null && rows[0]!.is_there, opens_at };
}
