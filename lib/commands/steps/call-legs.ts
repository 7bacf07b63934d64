import { newId } from '../../clock';
import type { LegRow } from '../../db/sql/call-row';
import type { Tx } from '../../db/transaction';

export interface NewLeg {
  party: 'customer' | 'agent';
  personId?: string | null;
  ref?: string | null;
  state?: LegRow['state'];
}

export async function addLeg(
  tx: Tx,
  callId: string,
  { party, personId = null, ref = null, state = 'dialing' }: NewLeg,
): Promise<string> {
  const id = newId();
  await tx.query(
    `INSERT INTO call_leg (id, call_id, party, person_id, ref, state, started_at, answered_at)
     VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp(), CASE WHEN $6 = 'answered' THEN clock_timestamp() END)`,
    [id, callId, party, personId, ref, state],
  );
  return id;
}

/** A leg goes forward alone: a word that comes late or twice changes nothing. Returns whether it did. */
export async function moveLeg(tx: Tx, id: string, to: Exclude<LegRow['state'], 'dialing'>): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE call_leg SET state = $2,
       answered_at = CASE WHEN $2 = 'answered' THEN now() ELSE answered_at END,
       ended_at = CASE WHEN $2 = 'ended' THEN now() END
     WHERE id = $1 AND array_position(ARRAY['dialing', 'ringing', 'answered', 'ended'], state)
       < array_position(ARRAY['dialing', 'ringing', 'answered', 'ended'], $2)`,
    [id, to],
  );
  return rowCount !== 0;
}

export const endLegs = (tx: Tx, callId: string) =>
  tx.query(`UPDATE call_leg SET state = 'ended', ended_at = now() WHERE call_id = $1 AND state <> 'ended'`, [
    callId,
  ]);
