import { randomBytes } from 'node:crypto';
import { ProviderTrouble } from '../channels/voice/provider';
import { newId } from '../clock';
import type { CallRow } from '../db/sql/call-row';
import { inTransaction, sql } from '../db/transaction';
import { mediaTypeOf } from '../files/media-type';
import { fileStore } from '../files/store';
import { log } from '../log';
import { loadTicket } from '../queries/access-ticket';
import { providerOf, voiceLine } from '../queries/voice-line';
import { PLAIN_SCOPE } from '../rules/permissions';
import { lockCall } from './steps/lock-call';
import { postCustomerMessage } from './steps/post-customer-message';
import { voicemailText } from './steps/recordings';

const MAX_TRIES = 8;
/** So long one worker may try; then another may. */
const LEASE_SECONDS = 90;

/**
 * Fetches what callers left and puts it into their tickets, as a message with the recording attached. A provider who does
 * not have it yet is asked again, later each time.
 */
export async function fetchRecordings(): Promise<void> {
  for (let call = await claim(); call; call = await claim()) await fetchOne(call);
}

async function claim(): Promise<CallRow | null> {
  const { rows } = await sql.query<CallRow>(
    `UPDATE call SET recording_tries = recording_tries + 1,
       recording_due = now() + make_interval(secs => $1 + 2 ^ recording_tries)
     WHERE id = (SELECT id FROM call WHERE recording_state = 'pending' AND recording_due <= now()
       ORDER BY recording_due LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING *`,
    [LEASE_SECONDS],
  );
  return rows[0] ?? null;
}

async function fetchOne(call: CallRow): Promise<void> {
  try {
    const line = await voiceLine(sql, call.line_id);
    if (!line) throw new ProviderTrouble('refused', 'The line’s token cannot be opened.');
    const bytes = await providerOf(line).recording(call.recording_ref!);
    await post(call.id, await keep(bytes));
  } catch (error) {
    log.warn({ err: error, call: call.id }, 'a recording was not fetched');
    const isFinal = error instanceof ProviderTrouble && error.kind === 'refused';
    await sql.query(
      `UPDATE call SET recording_state = CASE WHEN $2 OR recording_tries >= ${MAX_TRIES} THEN 'lost' ELSE 'pending' END,
         recording_due = now() + make_interval(secs => 2 ^ recording_tries)
       WHERE id = $1 AND recording_state = 'pending'`,
      [call.id, isFinal],
    );
  }
}

/** The row before the bytes, as with an upload: what no message takes within a day is swept. */
async function keep(bytes: Uint8Array): Promise<string> {
  const id = newId();
  const key = randomBytes(20).toString('hex');
  await sql.query(
    `INSERT INTO attachment (id, name, media_type, size, storage_key) VALUES ($1, 'voicemail.wav', $2, $3, $4)`,
    [id, await mediaTypeOf(bytes.subarray(0, 4_100)), bytes.byteLength, key],
  );
  await (await fileStore()).put(key, one(bytes));
  await sql.query('UPDATE attachment SET stored_at = now() WHERE id = $1', [id]);
  return id;
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function post(callId: string, file: string): Promise<void> {
  return inTransaction(async (tx) => {
    const call = await lockCall(tx, callId);
    const ticket = call?.ticket_id ? await loadTicket(tx, call.ticket_id) : null;
    // somebody else's try came through, or the ticket is gone for good
    if (!call || !ticket || call.message_id !== null) return;
    const { customer_id: id, customer_name: name } = ticket;
    const actor = { id, name, role: 'customer' as const, sessionId: null, scope: PLAIN_SCOPE };
    await tx.query('UPDATE attachment SET uploaded_by = $2 WHERE id = $1', [file, id]);
    const { messageId } = await postCustomerMessage(tx, actor, {
      ...{ id: newId(), ticket, body: voicemailText(call.recording_seconds ?? 0, call.transcript) },
      ...{ format: 'text', html: null, cc: [], via: 'CALL', clientId: null, attachments: [file] },
    });
    await tx.query(`UPDATE call SET message_id = $2, recording_state = 'kept' WHERE id = $1`, [
      call.id,
      messageId,
    ]);
  });
}
