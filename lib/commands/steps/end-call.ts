import type { CallRow } from '../../db/sql/call-row';
import type { Tx } from '../../db/transaction';
import type { VoiceLine } from '../../queries/voice-line';
import { beginCall } from './begin-call';
import { changeCall } from './change-call';

/**
 * The customer is gone. Who went while he still chose a language is called back as well.
 *
 * @param line null when it cannot be used any more; it is needed for calls without a ticket alone.
 */
export async function endCall(tx: Tx, line: VoiceLine | null, call: CallRow): Promise<void> {
  if (call.ended_at) return;
  const begun = call.ticket_id ? call : line && (await beginCall(tx, line, call, line.languages[0] ?? null));
  if (!begun?.ticket_id) return;
  const isSilent = call.state === 'voicemail' && !(await hasMessage(tx, call));
  await changeCall(tx, { ...call, ticket_id: begun.ticket_id }, isSilent ? 'silent' : 'gone');
}

async function hasMessage(tx: Tx, { id }: CallRow): Promise<boolean> {
  const { rowCount } = await tx.query(`SELECT 1 FROM recording WHERE call_id = $1 AND kind = 'voicemail'`, [
    id,
  ]);
  return rowCount !== 0;
}
