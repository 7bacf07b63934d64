import { announce, connectCustomer, hangUp, nothing, thank, waitAgain } from '../channels/voice/twiml';
import type { CallRow, LegRow } from '../db/sql/call-row';
import { inTransaction, type Tx } from '../db/transaction';
import type { VoiceLine } from '../queries/voice-line';
import { addLeg, moveLeg } from './steps/call-legs';
import { callEvent, changeCall } from './steps/change-call';
import { endCall } from './steps/end-call';
import { lockCall, lockCallOf } from './steps/lock-call';
import { keepTranscript, noteAnnouncement, noteTalk, noteVoicemail } from './steps/recordings';
import { returnCall } from './steps/return-call';
import { isOver, known, openVoiceDoor, unknown, type VoiceWord } from './steps/voice-door';
import { writeTicket } from './steps/write-ticket';

/** The provider tells how a call stands that came in, or that he dialled for us. Told late or twice it changes nothing. */
export async function hearStatus(lineId: string, word: VoiceWord): Promise<string> {
  const { line, said } = await openVoiceDoor(lineId, 'status', word);
  return inTransaction(async (tx) => {
    const { call, leg } = known(await lockCallOf(tx, line.id, said.CallSid));
    await tx.query('UPDATE call SET heard_at = now() WHERE id = $1', [call.id]);
    if (said.CallStatus === 'in-progress') await moveLeg(tx, leg.id, 'answered');
    if (!isOver(said.CallStatus)) return nothing();
    await moveLeg(tx, leg.id, 'ended');
    if (leg.party === 'customer') await endCall(tx, line, call);
    // the agent whom we rang up hung up, or was not there, before the customer was
    else if (call.state === 'ringing') await endCall(tx, line, call);
    return nothing();
  });
}

/** How the other end stands that a script of ours connected. */
export async function hearLeg(lineId: string, legId: string, word: VoiceWord): Promise<string> {
  const { line, said } = await openVoiceDoor(lineId, `leg/${legId}`, word);
  return inTransaction(async (tx) => {
    const { call, leg } = known(await lockLeg(tx, line, legId));
    if (leg.ref !== null && leg.ref !== said.CallSid) return unknown();
    await tx.query('UPDATE call_leg SET ref = $2 WHERE id = $1 AND ref IS NULL', [leg.id, said.CallSid]);
    if (said.CallStatus === 'ringing') await moveLeg(tx, leg.id, 'ringing');
    if (said.CallStatus === 'in-progress' && (await moveLeg(tx, leg.id, 'answered')) && call.ticket_id)
      await changeCall(tx, { ...call, ticket_id: call.ticket_id }, 'joined');
    if (isOver(said.CallStatus)) {
      await moveLeg(tx, leg.id, 'ended');
      if (leg.party === 'customer') await endCall(tx, line, call);
    }
    return nothing();
  });
}

/** A connection is over, or never was; what the one who asks for it is to do now. */
export async function hearDialled(lineId: string, legId: string, word: VoiceWord): Promise<string> {
  const { line, said } = await openVoiceDoor(lineId, `dialled/${legId}`, word);
  return inTransaction(async (tx) => {
    const { call, leg } = known(await lockLeg(tx, line, legId));
    await moveLeg(tx, leg.id, 'ended');
    if (leg.party === 'customer' || call.ended_at || !call.ticket_id) return hangUp();
    // an agent who hangs up ends the call; one who was not reached leaves the customer waiting
    if (said.DialCallStatus === 'completed' || said.DialCallStatus === 'answered') return hangUp();
    if (call.state === 'ringing') await returnCall(tx, { ...call, ticket_id: call.ticket_id });
    return waitAgain(line, call.id, call.state === 'held' ? 'held' : 'wait');
  });
}

/** The agent whom we rang up is there: now the customer is dialled. */
export async function bridgeCall(lineId: string, callId: string, word: VoiceWord): Promise<string> {
  const { line, said } = await openVoiceDoor(lineId, `bridge/${callId}`, word);
  return inTransaction(async (tx) => {
    const call = known(await lockCall(tx, callId));
    if (call.line_id !== line.id || call.direction !== 'out' || !call.ticket_id) return unknown();
    const [leg] = await legsOf(tx, call.id, 'agent');
    // dialled twice after a crash: the first who answers is the one
    if (call.ended_at || !leg || (leg.ref !== null && leg.ref !== said.CallSid)) return hangUp();
    await tx.query('UPDATE call SET provider_ref = $2, heard_at = now() WHERE id = $1', [
      call.id,
      said.CallSid,
    ]);
    await tx.query('UPDATE call_leg SET ref = $2 WHERE id = $1', [leg.id, said.CallSid]);
    const [dialled] = await legsOf(tx, call.id, 'customer');
    if (await moveLeg(tx, leg.id, 'answered'))
      await writeTicket(tx, call.ticket_id, {}, [callEvent(call, 'put_through')]);
    const other = dialled?.id ?? (await addLeg(tx, call.id, { party: 'customer' }));
    return connectCustomer(line, { legId: other, number: call.customer_number! });
  });
}

/** The customer whom we rang up is there: he is told that the call is recorded, and put through. */
export async function announceRecording(lineId: string, legId: string, word: VoiceWord): Promise<string> {
  const { line, said } = await openVoiceDoor(lineId, `announce/${legId}`, word);
  return inTransaction(async (tx) => {
    const { call, leg } = known(await lockLeg(tx, line, legId));
    if (leg.party !== 'customer' || (leg.ref !== null && leg.ref !== said.CallSid)) return unknown();
    await tx.query('UPDATE call_leg SET ref = $2 WHERE id = $1', [leg.id, said.CallSid]);
    await noteAnnouncement(tx, leg.id);
    return announce(line, call.language);
  });
}

/** What was spoken since two were put through is recorded; it is fetched by a job. */
export async function hearTalk(lineId: string, legId: string, word: VoiceWord): Promise<string> {
  const { line, said } = await openVoiceDoor(lineId, `talk/${legId}`, word);
  return inTransaction(async (tx) => {
    const { call, leg } = known(await lockLeg(tx, line, legId));
    if (said.RecordingSid && (said.RecordingStatus ?? 'completed') === 'completed')
      await noteTalk(tx, call, {
        ...{ ref: said.RecordingSid, seconds: said.RecordingDuration ?? 0 },
        person_id: leg.person_id ?? call.agent_id,
      });
    return nothing();
  });
}

/** He left a message; it is fetched by a job. */
export async function hearRecorded(lineId: string, word: VoiceWord): Promise<string> {
  const { line, call } = await hearRecording(lineId, 'recorded', word);
  return thank(line, call.language);
}

/** The same, told beside the call. */
export async function hearRecordingStatus(lineId: string, word: VoiceWord): Promise<string> {
  await hearRecording(lineId, 'recording', word);
  return nothing();
}

async function hearRecording(lineId: string, door: 'recorded' | 'recording', word: VoiceWord) {
  const { line, said } = await openVoiceDoor(lineId, door, word);
  return inTransaction(async (tx) => {
    const { call } = known(await lockCallOf(tx, line.id, said.CallSid));
    if (said.RecordingSid && said.RecordingStatus !== 'absent' && call.ticket_id)
      await noteVoicemail(
        tx,
        { ...call, ticket_id: call.ticket_id },
        { ref: said.RecordingSid, seconds: said.RecordingDuration ?? 0 },
      );
    return { line, call };
  });
}

/** What was said in a recording, in writing. */
export async function hearTranscription(lineId: string, word: VoiceWord): Promise<string> {
  const { line, said } = await openVoiceDoor(lineId, 'transcription', word);
  return inTransaction(async (tx) => {
    const { call } = known(await lockCallOf(tx, line.id, said.CallSid));
    if (said.TranscriptionStatus === 'completed' && said.TranscriptionText)
      await keepTranscript(tx, call, { ref: said.RecordingSid, text: said.TranscriptionText.trim() });
    return nothing();
  });
}

async function lockLeg(
  tx: Tx,
  line: VoiceLine,
  legId: string,
): Promise<{ call: CallRow; leg: LegRow } | null> {
  const { rows } = await tx.query<{ call_id: string }>('SELECT call_id FROM call_leg WHERE id = $1', [legId]);
  const call = rows[0] && (await lockCall(tx, rows[0].call_id));
  const { rows: legs } = await tx.query<LegRow>('SELECT * FROM call_leg WHERE id = $1', [legId]);
  return call && legs[0] && call.line_id === line.id ? { call, leg: legs[0] } : null;
}

const legsOf = async (tx: Tx, callId: string, party: LegRow['party']): Promise<LegRow[]> =>
  (
    await tx.query<LegRow>('SELECT * FROM call_leg WHERE call_id = $1 AND party = $2 ORDER BY started_at', [
      callId,
      party,
    ])
  ).rows;
