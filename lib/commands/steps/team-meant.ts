import type { Tx } from '../../db/transaction';
import { Invalid } from '../../errors';

/** Holds the team that somebody named until the end of the transaction. @throws Invalid `team_id` when there is none. */
export async function teamMeant(tx: Tx, id: string | null): Promise<void> {
  if (id === null) return;
  const { rowCount } = await tx.query('SELECT 1 FROM team WHERE id = $1 FOR KEY SHARE', [id]);
  if (rowCount === 0) throw new Invalid({ team_id: ['unknown_team'] });
}
