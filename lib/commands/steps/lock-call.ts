import type { CallRow, LegRow } from '../../db/sql/call-row';
import type { Tx } from '../../db/transaction';

/** A call, held until the transaction ends; its ticket first, as everybody does who changes a ticket. */
export async function lockCall(tx: Tx, id: string): Promise<CallRow | null> {
  await tx.query(
    'SELECT 1 FROM ticket WHERE id = (SELECT ticket_id FROM call WHERE id = $1) FOR NO KEY UPDATE',
    [id],
  );
  const { rows } = await tx.query<CallRow>('SELECT * FROM call WHERE id = $1 FOR NO KEY UPDATE', [id]);
  return rows[0] ?? null;
}

/** The call of a leg that the provider names, if it is one of this line. */
export async function lockCallOf(
  tx: Tx,
  lineId: string,
  ref: string,
): Promise<{ call: CallRow; leg: LegRow } | null> {
  const { rows } = await tx.query<{ call_id: string }>(
    'SELECT l.call_id FROM call_leg l JOIN call c ON c.id = l.call_id WHERE l.ref = $1 AND c.line_id = $2',
    [ref, lineId],
  );
  if (!rows[0]) return null;
  const call = await lockCall(tx, rows[0].call_id);
  const { rows: legs } = await tx.query<LegRow>('SELECT * FROM call_leg WHERE ref = $1', [ref]);
  return call && legs[0] ? { call, leg: legs[0] } : null;
}
