import type { CallRow } from '../../db/sql/call-row';
import type { Tx } from '../../db/transaction';
import { Conflict } from '../../errors';
import type { Actor } from '../../rules/permissions';
import { queueAct } from './call-acts';
import { addLeg } from './call-legs';

/** Whoever rings at an agent's telephone needs its number. @throws Conflict `no_telephone`. */
export async function telephoneOf(tx: Tx, personId: string): Promise<string> {
  const { rows } = await tx.query<{ phone: string | null }>('SELECT phone FROM person WHERE id = $1', [
    personId,
  ]);
  const phone = rows[0]?.phone;
  if (!phone)
    throw new Conflict(
      'no_telephone',
      'Calls are put through to your telephone. Enter its number on your account’s page first.',
    );
  return phone;
}

/** One live call at a time. @throws Conflict `in_call`. */
export async function refuseInCall(tx: Tx, personId: string, callId: string | null): Promise<void> {
  const { rowCount } = await tx.query(
    'SELECT 1 FROM call WHERE agent_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $2',
    [personId, callId],
  );
  if (rowCount) throw new Conflict('in_call', 'You are in another call. End it first.');
}

/** The caller who waits on a ticket, locked; null when nobody does or somebody else is getting him. */
export async function waitingCaller(tx: Tx, ticketId: string): Promise<CallRow | null> {
  const { rows } = await tx.query<CallRow>(
    `SELECT * FROM call WHERE ticket_id = $1 AND ended_at IS NULL AND state = 'ringing' AND direction = 'in'
       AND agent_id IS NULL FOR NO KEY UPDATE`,
    [ticketId],
  );
  return rows[0] ?? null;
}

/** Has a waiting caller put through to an agent's telephone. @throws Conflict `no_telephone`, `in_call`. */
export async function putThrough(
  tx: Tx,
  actor: Pick<Actor, 'id'>,
  call: CallRow,
  offerId: string | null,
): Promise<void> {
  await telephoneOf(tx, actor.id);
  await refuseInCall(tx, actor.id, call.id);
  await tx.query('UPDATE call SET agent_id = $2, offer_id = $3, heard_at = now() WHERE id = $1', [
    call.id,
    actor.id,
    offerId,
  ]);
  const leg = await addLeg(tx, call.id, { party: 'agent', personId: actor.id });
  await queueAct(tx, call.id, 'put_through', leg);
}
