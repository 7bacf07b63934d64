import type { CallRow } from '../../db/sql/call-row';
import type { Tx } from '../../db/transaction';
import { wakeCalls } from '../../jobs/wake-calls';
import { nextCallState } from '../../rules/call-states';
import { changeCall } from './change-call';
import { readAgain } from './thread-facts';
import { writeTicket } from './write-ticket';

/** A call has one message, the first that was told of. */
export async function noteRecording(
  tx: Tx,
  call: CallRow & { ticket_id: string },
  ref: string,
  seconds: number,
): Promise<void> {
  if (call.recording_ref !== null || nextCallState(call.state, 'recorded') === null) return;
  const { rows } = await tx.query<CallRow & { ticket_id: string }>(
    `UPDATE call SET recording_ref = $2, recording_seconds = $3, recording_state = 'pending', recording_due = now()
     WHERE id = $1 RETURNING *`,
    [call.id, ref, seconds],
  );
  await changeCall(tx, rows[0]!, 'recorded');
  tx.afterCommit(wakeCalls);
}

/** The words of a voicemail stand under it, also when they come after it. */
export async function keepTranscript(tx: Tx, call: CallRow, text: string): Promise<void> {
  if (call.transcript !== null || text === '') return;
  await tx.query('UPDATE call SET transcript = $2 WHERE id = $1', [call.id, text]);
  if (!call.message_id || !call.ticket_id) return;
  const { rowCount } = await tx.query('UPDATE message SET body = $2 WHERE id = $1 AND removed_at IS NULL', [
    call.message_id,
    voicemailText(call.recording_seconds ?? 0, text),
  ]);
  if (rowCount === 0) return;
  const data = { message_id: call.message_id };
  await writeTicket(tx, call.ticket_id, {}, [{ type: 'message.edited', data, actorId: null }]);
  await readAgain(tx, [call.ticket_id]);
}

/** As it stands in the conversation: how long, and what was said as far as it is known. */
export const voicemailText = (seconds: number, transcript: string | null): string => {
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return transcript ? `☎ ${time}\n${transcript}` : `☎ ${time}`;
};
