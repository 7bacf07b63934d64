import { ProviderTrouble } from '../channels/voice/provider';
import { connect, takeMessage, turnAway, waitAgain } from '../channels/voice/twiml';
import type { CallRow, LegRow } from '../db/sql/call-row';
import { inTransaction, sql } from '../db/transaction';
import { env } from '../env';
import { log } from '../log';
import { providerOf, type VoiceLine, voiceLine } from '../queries/voice-line';
import type { CallAct } from './steps/call-acts';
import { changeCall } from './steps/change-call';
import { endCall } from './steps/end-call';
import { lockCall } from './steps/lock-call';
import { noteAnnouncement } from './steps/recordings';
import { returnCall } from './steps/return-call';

const MAX_TRIES = 5;

interface Act {
  id: string;
  call_id: string;
  act: CallAct;
  leg_id: string | null;
  attempts: number;
}
type Outcome =
  | { state: 'done' | 'dropped' }
  | { state: 'queued' | 'failed'; error: string; kind: ProviderTrouble['kind'] };
const failed = (kind: ProviderTrouble['kind'], error: string): Outcome => ({ state: 'failed', error, kind });

/**
 * Tells the providers what is to become of calls: of each call one thing after the other. No transaction is open
 * meanwhile, and what a worker had begun who is gone is told again when its lease is over.
 */
export async function workCalls(): Promise<void> {
  for (let act = await claim(); act; act = await claim()) await perform(act);
}

function claim(): Promise<Act | null> {
  return inTransaction(async (tx) => {
    const { rows } = await tx.query<Act>(
      `UPDATE call_act SET state = 'doing', attempts = attempts + 1, lease_until = now() + make_interval(secs => $1)
       WHERE id = (
         SELECT a.id FROM call_act a
         WHERE a.state IN ('queued', 'doing') AND a.next_attempt_at <= now() + interval '1 millisecond'
           AND (a.state = 'queued' OR a.lease_until < now())
           AND NOT EXISTS (SELECT 1 FROM call_act b WHERE b.call_id = a.call_id AND b.state IN ('queued', 'doing')
             AND (b.created_at, b.id) < (a.created_at, a.id))
         ORDER BY a.next_attempt_at, a.created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id, call_id, act, leg_id, attempts`,
      [env().LEASE_SECONDS],
    );
    return rows[0] ?? null;
  });
}

async function perform(act: Act): Promise<void> {
  const { rows } = await sql.query<CallRow>('SELECT * FROM call WHERE id = $1', [act.call_id]);
  const call = rows[0];
  const line = call && (await voiceLine(sql, call.line_id));
  if (!call?.ticket_id) return settle(act, null, { state: 'dropped' });
  if (!line)
    return settle(act, null, failed('refused', 'The line’s token cannot be opened; enter it again.'));
  const outcome = await tell(line, call, act).catch((error: unknown): Outcome => {
    const { kind, message } =
      error instanceof ProviderTrouble ? error : new ProviderTrouble('later', 'It could not be told.');
    if (!(error instanceof ProviderTrouble))
      log.error({ err: error, act: act.id }, 'an act of a call failed');
    const isLast = kind !== 'later' || act.attempts >= MAX_TRIES;
    return { state: isLast ? 'failed' : 'queued', error: message, kind };
  });
  await settle(act, line, outcome);
}

/** Says it, if it still means something. */
async function tell(line: VoiceLine, call: CallRow, { act, leg_id }: Act): Promise<Outcome> {
  const provider = providerOf(line);
  const { rows } = await sql.query<LegRow & { phone: string | null }>(
    `SELECT l.*, p.phone FROM call_leg l LEFT JOIN person p ON p.id = l.person_id
     WHERE l.call_id = $1 ORDER BY l.started_at DESC`,
    [call.id],
  );
  const leg = rows.find(({ id }) => id === leg_id);
  const customer = rows.find(({ party }) => party === 'customer')?.ref ?? null;
  const ref = customer ?? call.provider_ref;
  if (call.ended_at) return { state: 'dropped' };
  if (act !== 'dial' && !ref) return failed('gone', 'The provider has no such call.');
  const isFresh = leg?.state === 'dialing' && leg.ref === null && leg.phone !== null;
  // what was told is over once its telephone was dialled
  const isTold = rows.some(({ announces, ref: dialled }) => announces && dialled !== null);
  const announceIn = line.records_calls && !isTold ? (call.language ?? 'en') : null;
  const join = () => (isFresh ? connect(line, { legId: leg.id, number: leg.phone! }, announceIn) : null);
  const scripts: Record<Exclude<CallAct, 'dial' | 'hang_up'>, () => string | null> = {
    put_through: () => (call.state === 'ringing' ? join() : null),
    resume: () => (call.state === 'held' ? join() : null),
    hold: () => (call.state === 'answered' && customer ? waitAgain(line, call.id, 'held') : null),
    voicemail: () => {
      if (call.state !== 'ringing' || call.agent_id) return null;
      return line.voicemail ? takeMessage(line, call.language) : turnAway(line, call.language);
    },
  };
  if (act === 'hang_up') await provider.hangUp(ref!);
  else if (act === 'dial') return dial(line, call, isFresh ? leg : undefined);
  else {
    const script = scripts[act]();
    if (script === null) return { state: 'dropped' };
    if (leg && announceIn !== null) await noteAnnouncement(sql, leg.id);
    await provider.follow(ref!, script);
  }
  return { state: 'done' };
}

async function dial(
  line: VoiceLine,
  call: CallRow,
  leg: (LegRow & { phone: string | null }) | undefined,
): Promise<Outcome> {
  if (call.provider_ref !== null) return { state: 'dropped' };
  if (!leg) return failed('gone', 'There is no telephone to be rung up any more.');
  const ref = await providerOf(line).dial({
    ...{ to: leg.phone!, from: line.number },
    ...{ bridgeUrl: `${line.doors}/bridge/${call.id}/`, statusUrl: `${line.doors}/status/` },
  });
  // the door may have heard of it first
  await inTransaction(async (tx) => {
    const now = await lockCall(tx, call.id);
    if (now?.provider_ref !== null) return;
    await tx.query('UPDATE call SET provider_ref = $2 WHERE id = $1', [call.id, ref]);
    await tx.query('UPDATE call_leg SET ref = $2 WHERE id = $1 AND ref IS NULL', [leg.id, ref]);
  });
  return { state: 'done' };
}

/** Writes down what came of it, and what follows for the call. */
async function settle(act: Act, line: VoiceLine | null, outcome: Outcome): Promise<void> {
  await inTransaction(async (tx) => {
    const call = await lockCall(tx, act.call_id);
    const { rowCount } = await tx.query(
      `UPDATE call_act SET state = $3, error = $4, lease_until = NULL, next_attempt_at = now() + make_interval(secs => $5)
       WHERE id = $1 AND attempts = $2 AND state = 'doing'`,
      [
        act.id,
        act.attempts,
        outcome.state,
        'error' in outcome ? outcome.error : null,
        2 ** (act.attempts - 1),
      ],
    );
    if (rowCount === 0 || !call?.ticket_id || call.ended_at) return;
    const known = { ...call, ticket_id: call.ticket_id };
    if (outcome.state === 'done' && act.act === 'hold') await changeCall(tx, known, 'held');
    if (outcome.state === 'done' && act.act === 'voicemail') {
      if (line?.voicemail) await changeCall(tx, known, 'recording');
      else await endCall(tx, line, call);
    }
    if (outcome.state !== 'failed') return;
    // whoever wants to hang up is not kept in a call of which the provider tells us nothing any more
    if (outcome.kind === 'gone' || act.act === 'dial' || act.act === 'hang_up') await endCall(tx, line, call);
    else if (act.act === 'put_through') await returnCall(tx, known);
  });
}
