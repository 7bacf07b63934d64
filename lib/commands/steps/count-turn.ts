import type { Tx } from '../../db/transaction';

/**
 * Somebody had his turn at work of this kind: he accepted, or let it ring. Who declines keeps his, so that declining
 * costs nothing.
 */
export async function countTurn(tx: Tx, personId: string, kind: 'call' | 'chat'): Promise<void> {
  const column = kind === 'call' ? 'last_call_at' : 'last_assigned_at';
  await tx.query(`UPDATE person SET ${column} = clock_timestamp() WHERE id = $1`, [personId]);
}
