import { ProviderTrouble } from '../channels/voice/provider';
import { newId } from '../clock';
import type { RecordingRow } from '../db/sql/call-row';
import type { TicketRow } from '../db/sql/ticket-row';
import { inTransaction, sql, type Tx } from '../db/transaction';
import { log } from '../log';
import { loadTicket } from '../queries/access-ticket';
import { providerOf, voiceLine } from '../queries/voice-line';
import { type Actor, PLAIN_SCOPE } from '../rules/permissions';
import { lockCall } from './steps/lock-call';
import { postCustomerMessage } from './steps/post-customer-message';
import { recordingText } from './steps/recordings';
import { storeFile } from './steps/store-file';
import { type NewMessage, writeMessage } from './steps/write-message';

const MAX_TRIES = 8;
/** So long one worker may try; then another may. */
const LEASE_SECONDS = 150;

/**
 * Fetches what was recorded of calls and puts it into their tickets: what a caller left as his message, what was spoken
 * as a note of who spoke, which customers never get. A provider who does not have it yet is asked again, later each time.
 */
export async function fetchRecordings(): Promise<void> {
  for (let one = await claim(); one; one = await claim()) await fetchOne(one);
}

type Claimed = RecordingRow & { line_id: string };

async function claim(): Promise<Claimed | null> {
  const { rows } = await sql.query<Claimed>(
    `UPDATE recording SET tries = tries + 1, due_at = now() + make_interval(secs => $1 + 2 ^ tries)
     WHERE id = (SELECT id FROM recording WHERE state = 'pending' AND due_at <= now()
       ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING *, (SELECT line_id FROM call WHERE call.id = call_id)`,
    [LEASE_SECONDS],
  );
  return rows[0] ?? null;
}

async function fetchOne({ id, ref, kind, line_id }: Claimed): Promise<void> {
  try {
    const line = await voiceLine(sql, line_id);
    if (!line) throw new ProviderTrouble('refused', 'The line’s token cannot be opened.');
    const bytes = await providerOf(line).recording(ref);
    await post(id, await storeFile(kind === 'talk' ? 'call.wav' : 'voicemail.wav', bytes));
  } catch (error) {
    log.warn({ err: error, recording: id }, 'a recording was not fetched');
    const isFinal = error instanceof ProviderTrouble && error.kind === 'refused';
    await sql.query(
      `UPDATE recording SET state = CASE WHEN $2 OR tries >= ${MAX_TRIES} THEN 'lost' ELSE 'pending' END,
         due_at = now() + make_interval(secs => 2 ^ tries)
       WHERE id = $1 AND state = 'pending'`,
      [id, isFinal],
    );
  }
}

function post(id: string, file: string): Promise<void> {
  return inTransaction(async (tx) => {
    const { rows: known } = await tx.query<{ call_id: string }>(
      'SELECT call_id FROM recording WHERE id = $1',
      [id],
    );
    const call = known[0] && (await lockCall(tx, known[0].call_id));
    const { rows } = await tx.query<RecordingRow>('SELECT * FROM recording WHERE id = $1', [id]);
    const [recording] = rows;
    // somebody else's try came through, or the ticket is gone for good
    if (!call?.ticket_id || !recording || recording.message_id !== null) return;
    const ticket = (await goesOnIn(tx, call.ticket_id))!;
    const messageId =
      recording.kind === 'talk'
        ? await postTalk(tx, ticket, recording, file)
        : await postVoicemail(tx, ticket, recording, file);
    await tx.query(`UPDATE recording SET message_id = $2, state = 'kept' WHERE id = $1`, [id, messageId]);
  });
}

/** The ticket, or the one that it was merged into. */
async function goesOnIn(tx: Tx, ticketId: string): Promise<TicketRow | null> {
  const ticket = await loadTicket(tx, ticketId);
  return ticket?.merged_into ? loadTicket(tx, ticket.merged_into, true) : ticket;
}

const messageOf = (ticket: TicketRow, { seconds, transcript }: RecordingRow): NewMessage => ({
  ...{ id: newId(), ticket, body: recordingText(seconds, transcript) },
  ...{ format: 'text', html: null, cc: [], via: 'CALL', clientId: null },
});

async function postVoicemail(
  tx: Tx,
  ticket: TicketRow,
  recording: RecordingRow,
  file: string,
): Promise<string> {
  const { customer_id: id, customer_name: name } = ticket;
  const actor: Actor = { id, name, role: 'customer', sessionId: null, scope: PLAIN_SCOPE };
  await tx.query('UPDATE attachment SET uploaded_by = $2 WHERE id = $1', [file, id]);
  const message = { ...messageOf(ticket, recording), attachments: [file] };
  return (await postCustomerMessage(tx, actor, message)).messageId;
}

/** In the name of who spoke. The file is nobody's upload: it may be larger than those, and takes no room from them. */
async function postTalk(tx: Tx, ticket: TicketRow, recording: RecordingRow, file: string): Promise<string> {
  const { rows } = await tx.query<Pick<Actor, 'id' | 'name' | 'role'>>(
    'SELECT id, name, role FROM person WHERE id = $1',
    [recording.person_id],
  );
  if (!rows[0]) throw new ProviderTrouble('refused', 'Nobody is known who spoke.');
  const actor: Actor = { ...rows[0], sessionId: null, scope: PLAIN_SCOPE };
  const { messageId } = await writeMessage(tx, actor, messageOf(ticket, recording), {
    ...{ to: ticket.status, internal: true },
  });
  await tx.query('UPDATE attachment SET message_id = $2, position = 1 WHERE id = $1', [file, messageId]);
  return messageId;
}
