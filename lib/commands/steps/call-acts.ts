import { newId } from '../../clock';
import type { Tx } from '../../db/transaction';
import { wakeCalls } from '../../jobs/wake-calls';

export const CALL_ACTS = ['dial', 'put_through', 'hold', 'resume', 'hang_up', 'voicemail'] as const;
export type CallAct = (typeof CALL_ACTS)[number];

/** Writes down what the provider is to be told. It is told after the commit, by whichever worker is first. */
export async function queueAct(
  tx: Tx,
  callId: string,
  act: CallAct,
  legId: string | null = null,
): Promise<void> {
  await tx.query(
    `INSERT INTO call_act (id, call_id, act, leg_id, next_attempt_at, created_at)
     VALUES ($1, $2, $3, $4, now(), clock_timestamp())`,
    [newId(), callId, act, legId],
  );
  tx.afterCommit(wakeCalls);
}
