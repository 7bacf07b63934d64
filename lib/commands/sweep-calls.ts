import { ProviderTrouble, type RecordedPart } from '../channels/voice/provider';
import { inTransaction, sql } from '../db/transaction';
import { log } from '../log';
import { providerOf, type VoiceLine, voiceLine } from '../queries/voice-line';
import { queueAct } from './steps/call-acts';
import { endCall } from './steps/end-call';
import { lockCall } from './steps/lock-call';
import { noteTalk } from './steps/recordings';
import { returnCall } from './steps/return-call';

/** A live call of which nothing was heard for so long: its end may have been told to a process that was killed. */
const SILENT_SECONDS = 60;
/** An agent's telephone rings for less; what came of it was not told. */
const REACH_SECONDS = 60;
/** Providers end a call by themselves after that. */
const LONGEST_HOURS = 4;

/** Brings calls to where the provider has them, whatever was lost on the way, and lets nobody wait for ever. */
export async function sweepCalls(): Promise<void> {
  await each('overdue', OVERDUE, sendToVoicemail);
  await each('unreached', UNREACHED, giveUpReaching);
  await each('undialled', UNDIALLED, (id) => end(null, id));
  await each('silent', SILENT, askProvider);
  await each('recorded', RECORDED, askRecordings);
}

const OVERDUE = `SELECT c.id FROM call c JOIN phone_line l ON l.id = c.line_id
  WHERE c.ended_at IS NULL AND c.direction = 'in' AND c.state = 'ringing' AND c.agent_id IS NULL AND c.ticket_id IS NOT NULL
    AND c.started_at < now() - make_interval(secs => l.max_wait_seconds)
    AND NOT EXISTS (SELECT 1 FROM call_act a WHERE a.call_id = c.id AND a.act = 'voicemail' AND a.state IN ('queued', 'doing'))`;
const UNREACHED = `SELECT c.id FROM call c
  WHERE c.ended_at IS NULL AND c.direction = 'in' AND c.state = 'ringing' AND c.agent_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM call_leg g WHERE g.call_id = c.id AND g.party = 'agent'
      AND g.started_at > now() - interval '${REACH_SECONDS} seconds')`;
/** Somebody was to be rung up, and nobody is at it any more. */
const UNDIALLED = `SELECT c.id FROM call c
  WHERE c.ended_at IS NULL AND c.direction = 'out' AND c.provider_ref IS NULL
    AND c.started_at < now() - interval '2 minutes'
    AND NOT EXISTS (SELECT 1 FROM call_act a WHERE a.call_id = c.id AND a.act = 'dial' AND a.state IN ('queued', 'doing'))`;
const SILENT = `SELECT id FROM call WHERE ended_at IS NULL AND provider_ref IS NOT NULL
  AND heard_at < now() - interval '${SILENT_SECONDS} seconds'`;
/** Of these more may have been recorded than we were told of. */
const RECORDED = `SELECT id FROM call WHERE recordings_due <= now() AND ended_at < now() - interval '60 seconds'`;

async function each(what: string, query: string, act: (id: string) => Promise<void>): Promise<void> {
  const { rows } = await sql.query<{ id: string }>(query);
  for (const { id } of rows) {
    try {
      await act(id);
    } catch (error) {
      // one that cannot be settled must not keep the others waiting
      log.error({ err: error, call: id, what }, 'a call was not settled; the next sweep tries again');
    }
  }
}

const sendToVoicemail = (id: string): Promise<void> =>
  inTransaction(async (tx) => {
    const call = await lockCall(tx, id);
    if (call && !call.ended_at && call.state === 'ringing' && call.agent_id === null)
      await queueAct(tx, id, 'voicemail');
  });

const giveUpReaching = (id: string): Promise<void> =>
  inTransaction(async (tx) => {
    const call = await lockCall(tx, id);
    if (call?.ticket_id) await returnCall(tx, { ...call, ticket_id: call.ticket_id });
  });

/**
 * The customer's end decides; while there is none, that of the agent whom we rang up. A provider who does not let us ask
 * (the token is wrong, or cannot be opened) is believed that the call goes on, for as long as calls may last.
 */
async function askProvider(id: string): Promise<void> {
  const { rows } = await sql.query<{ line_id: string; ref: string; is_long: boolean }>(
    `UPDATE call SET heard_at = now() WHERE id = $1
     RETURNING line_id, started_at < now() - interval '${LONGEST_HOURS} hours' AS is_long, coalesce(
       (SELECT ref FROM call_leg WHERE call_id = $1 AND party = 'customer' ORDER BY started_at DESC LIMIT 1), provider_ref) AS ref`,
    [id],
  );
  const [asked] = rows;
  if (!asked) return;
  const line = await voiceLine(sql, asked.line_id);
  const isLive = !line
    ? !asked.is_long
    : await providerOf(line)
        .isLive(asked.ref)
        .catch((error: unknown) => {
          if (error instanceof ProviderTrouble) return error.kind === 'later' || !asked.is_long;
          throw error;
        });
  if (!isLive) await end(line, id);
}

const end = (line: VoiceLine | null, id: string): Promise<void> =>
  inTransaction(async (tx) => {
    const call = await lockCall(tx, id);
    if (call) await endCall(tx, line, call);
  });

/** What he has of a call. While he does not answer, or works on it still, he is asked every five minutes for a day. */
async function askRecordings(id: string): Promise<void> {
  const { rows } = await sql.query<{ line_id: string; refs: string[] }>(
    `UPDATE call SET recordings_due = CASE WHEN ended_at > now() - interval '1 day' THEN now() + interval '5 minutes' END
     WHERE id = $1 RETURNING line_id, ARRAY(
       SELECT ref FROM call_leg WHERE call_id = $1 AND ref IS NOT NULL AND (party = 'customer' OR ref = provider_ref)) AS refs`,
    [id],
  );
  const line = rows[0] && (await voiceLine(sql, rows[0].line_id));
  if (!rows[0] || !line) return;
  const parts: RecordedPart[] = [];
  for (const ref of rows[0].refs) parts.push(...(await providerOf(line).recordingsOf(ref)));
  await inTransaction(async (tx) => {
    const call = await lockCall(tx, id);
    if (!call) return;
    const talks = parts.filter(({ kind }) => kind === 'talk');
    for (const { ref, seconds, isDone } of talks)
      if (isDone) await noteTalk(tx, call, { ref, seconds, person_id: call.agent_id });
    if (talks.every(({ isDone }) => isDone))
      await tx.query('UPDATE call SET recordings_due = NULL WHERE id = $1', [id]);
  });
}
