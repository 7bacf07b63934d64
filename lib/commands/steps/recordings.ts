import type { CallRow, RecordingRow } from '../../db/sql/call-row';
import type { Sql, Tx } from '../../db/transaction';
import { wakeCalls } from '../../jobs/wake-calls';
import { nextCallState } from '../../rules/call-states';
import { changeCall } from './change-call';
import { readAgain } from './thread-facts';
import { writeTicket } from './write-ticket';

/** As a provider tells of it. */
type Told = Pick<RecordingRow, 'ref' | 'seconds'>;

/** A call has one message that was left, the first that was told of. */
export async function noteVoicemail(
  tx: Tx,
  call: CallRow & { ticket_id: string },
  told: Told,
): Promise<void> {
  if (nextCallState(call.state, 'recorded') === null) return;
  if (await note(tx, call, { ...told, kind: 'voicemail', person_id: null }))
    await changeCall(tx, call, 'recorded');
}

/** What somebody of ours spoke with the customer. Of a call whose customer was not told nothing is kept. */
export async function noteTalk(
  tx: Tx,
  call: CallRow,
  told: Told & Pick<RecordingRow, 'person_id'>,
): Promise<void> {
  const { rowCount } = await tx.query('SELECT 1 FROM call_leg WHERE call_id = $1 AND announces', [call.id]);
  if (rowCount) await note(tx, call, { ...told, kind: 'talk' });
}

/** Written down once, whatever is told of it how often; a job fetches it. */
async function note(
  tx: Tx,
  call: CallRow,
  { kind, ref, seconds, person_id }: Told & Pick<RecordingRow, 'kind' | 'person_id'>,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO recording (id, call_id, kind, ref, seconds, person_id) VALUES (make_uuid_v7(), $1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [call.id, kind, ref, seconds, person_id],
  );
  tx.afterCommit(wakeCalls);
  return rowCount !== 0;
}

/** The script of this leg tells the customer that he is recorded; after the call the provider is asked what he has of it. */
export const noteAnnouncement = (on: Sql, legId: string) =>
  on.query(
    `WITH leg AS (UPDATE call_leg SET announces = true WHERE id = $1 RETURNING call_id)
     UPDATE call SET recordings_due = now() FROM leg WHERE call.id = leg.call_id`,
    [legId],
  );

/** The words of a recording stand under it, also when they come after it. Without `ref` they are what the caller left. */
export async function keepTranscript(
  tx: Tx,
  call: CallRow,
  { ref, text }: { ref: string | undefined; text: string },
): Promise<void> {
  if (text === '') return;
  const { rows } = await tx.query<{ seconds: number; message_id: string | null }>(
    `UPDATE recording SET transcript = $2
     WHERE call_id = $1 AND transcript IS NULL
       AND NOT EXISTS (SELECT 1 FROM message m WHERE m.id = message_id AND m.removed_at IS NOT NULL)
       AND CASE WHEN $3::text IS NULL THEN kind = 'voicemail' ELSE ref = $3 END
     RETURNING seconds, message_id`,
    [call.id, text, ref ?? null],
  );
  if (!rows[0]?.message_id) return;
  const { seconds, message_id } = rows[0];
  const { rows: changed } = await tx.query<{ ticket_id: string; is_internal: boolean }>(
    'UPDATE message SET body = $2 WHERE id = $1 AND removed_at IS NULL RETURNING ticket_id, is_internal',
    [message_id, recordingText(seconds, text)],
  );
  if (!changed[0]) return;
  const { ticket_id, is_internal } = changed[0];
  await writeTicket(tx, ticket_id, {}, [
    { type: 'message.edited', data: { message_id }, actorId: null, staffOnly: is_internal },
  ]);
  await readAgain(tx, [ticket_id]);
}

/** As it stands in the conversation: how long, and what was said as far as it is known. */
export const recordingText = (seconds: number, transcript: string | null): string => {
  const time = seconds > 0 ? ` ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` : '';
  return transcript ? `☎${time}\n${transcript}` : `☎${time}`;
};
