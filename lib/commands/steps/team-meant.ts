import type { Tx } from '../../db/transaction';
import { Invalid } from '../../errors';

/** Holds the team that a `field` names until the end of the transaction. @throws Invalid `unknown_team` of that field. */
export async function teamMeant(tx: Tx, id: string | null, field = 'team_id'): Promise<void> {
  if (id === null) return;
  const { rowCount } = await tx.query('SELECT 1 FROM team WHERE id = $1 FOR KEY SHARE', [id]);
  if (rowCount === 0) throw new Invalid({ [field]: ['unknown_team'] });
}
