import { sql } from '../../db/transaction';
import { knock, tellStatus } from './knock';
import { parseTwiml, type Verb } from './parse-twiml';
import { hear, insertLeg, type LabCall, newSid, readLeg } from './rows';

/** Seconds after which somebody who waits is spoken to again. */
const WAIT_AGAIN = 15;
const MAX_VERBS = 50;

/** What a leg does from now on: it leaves whatever it waited in, and obeys the script. */
export async function obey(sid: string, xml: string | null): Promise<void> {
  if (xml === null) {
    await hear(sid, 'note', 'An application error has occurred.');
    return end(sid, 'completed');
  }
  await sql.query(`UPDATE lab_call SET waits_in = NULL, rest = '', due_at = NULL WHERE sid = $1`, [sid]);
  const verbs = parseTwiml(xml);
  for (const verb of verbs.slice(0, MAX_VERBS)) {
    const leg = await readLeg(sid);
    if (!leg || leg.ended_at) return;
    const rest = `<Response>${xml.slice(verb.end)}`;
    if ((await act(leg, verb, rest)) === 'waits') return;
  }
  await end(sid, 'completed');
}

async function act(leg: LabCall, verb: Verb, rest: string): Promise<'goes on' | 'waits'> {
  switch (verb.name) {
    case 'Say':
      await hear(leg.sid, 'say', verb.text, verb.attributes.language);
      return 'goes on';
    case 'Play':
      await hear(leg.sid, 'play', verb.text);
      return 'goes on';
    case 'Pause':
      return 'goes on';
    case 'Gather':
      for (const inner of verb.verbs) await act(leg, inner, '');
      return wait(leg, 'gather', verb.attributes, rest, Number(verb.attributes.timeout ?? 5));
    case 'Record':
      await hear(leg.sid, 'note', 'beep');
      return wait(leg, 'record', verb.attributes, rest, Number(verb.attributes.maxLength ?? 3_600));
    case 'Enqueue':
      await wait(leg, 'queue', verb.attributes, rest, WAIT_AGAIN);
      await speakToWaiting(leg, verb.attributes.waitUrl);
      return 'waits';
    case 'Dial':
      await wait(leg, 'dial', verb.attributes, rest, null);
      await connect(leg, verb);
      return 'waits';
    case 'Redirect':
      await obey(leg.sid, await knock(leg, verb.text));
      return 'waits';
    default:
      await end(leg.sid, verb.name === 'Reject' ? 'busy' : 'completed');
      return 'waits';
  }
}

async function wait(
  { sid }: LabCall,
  what: NonNullable<LabCall['waits_in']>,
  attributes: Record<string, string>,
  rest: string,
  seconds: number | null,
): Promise<'waits'> {
  await sql.query(
    `UPDATE lab_call SET waits_in = $2, attributes = $3, rest = $4, due_at = now() + make_interval(secs => $5)
     WHERE sid = $1`,
    [sid, what, JSON.stringify(attributes), rest, seconds],
  );
  return 'waits';
}

async function speakToWaiting(leg: LabCall, waitUrl: string | undefined): Promise<void> {
  const xml = waitUrl ? await knock(leg, waitUrl) : null;
  for (const verb of xml === null ? [] : parseTwiml(xml))
    if (verb.name === 'Say' || verb.name === 'Play') await act(leg, verb, '');
}

/** Rings at another telephone: staff answer by themselves, callers of the panel by hand, all others are not on this network. */
async function connect(leg: LabCall, dial: Verb): Promise<void> {
  const number = dial.verbs.find(({ name }) => name === 'Number');
  const to = number?.text.trim() ?? '';
  const child = await insertLeg({
    ...{ parent_sid: leg.sid, account_sid: leg.account_sid, line_number: leg.line_number },
    ...{ from_number: dial.attributes.callerId ?? leg.line_number, to_number: to },
    ...{ direction: 'outbound-dial', status: 'ringing', rings: Number(dial.attributes.timeout ?? 30) },
    status_url: number?.attributes.statusCallback ?? null,
    url: number?.attributes.url ?? null,
    status_events: (number?.attributes.statusCallbackEvent ?? 'completed').split(' '),
  });
  await tellStatus({ ...child, status: 'initiated' }, 'initiated');
  await tellStatus(child, 'ringing');
  await ringAt(child);
}

/** What becomes of a leg that rings, as far as that does not need a hand. */
export async function ringAt(leg: LabCall): Promise<void> {
  if (isOfPanel(leg.to_number)) return;
  if (await isOfStaff(leg.to_number)) await answer(leg.sid);
  else await end(leg.sid, 'busy');
}

/** The numbers of the panel's callers: +1 555 0100 to 0199 in every area, which are given out to nobody. */
export const isOfPanel = (number: string): boolean => /^\+1\d{3}55501\d\d$/.test(number);

async function isOfStaff(number: string): Promise<boolean> {
  const { rowCount } = await sql.query(
    `SELECT 1 FROM person WHERE phone = $1 AND role <> 'customer' AND disabled_at IS NULL`,
    [number],
  );
  return rowCount !== 0;
}

/** Somebody takes the telephone off the hook. */
export async function answer(sid: string): Promise<void> {
  const { rows } = await sql.query<LabCall>(
    `UPDATE lab_call SET status = 'in-progress', answered_at = now(), due_at = NULL
     WHERE sid = $1 AND status = 'ringing' RETURNING *`,
    [sid],
  );
  const [leg] = rows;
  if (!leg) return;
  await tellStatus(leg, 'answered');
  if (leg.parent_sid) {
    if (leg.url) await whisper(leg, leg.url);
    for (const one of [leg.sid, leg.parent_sid]) await hear(one, 'note', 'connected');
    return;
  }
  if (leg.url) await obey(leg.sid, await knock(leg, leg.url));
}

/** What the one who was dialled hears alone, before the two are connected. */
async function whisper(leg: LabCall, url: string): Promise<void> {
  const xml = await knock(leg, url);
  for (const verb of xml === null ? [] : parseTwiml(xml)) await act(leg, verb, '');
}

/** The two are not connected any more: what was recorded of them is there, for who wanted it. */
async function stopRecording({ parent_sid, answered_at }: LabCall): Promise<void> {
  const parent = parent_sid && answered_at ? await readLeg(parent_sid) : null;
  const { record = 'do-not-record', recordingStatusCallback } = parent?.attributes ?? {};
  if (!parent || record === 'do-not-record') return;
  const recording = await keepRecording(parent, Math.max(1, secondsSince(answered_at!)), '', 'DialVerb');
  if (recordingStatusCallback)
    await knock(parent, recordingStatusCallback, {
      ...recording,
      ...{ RecordingStatus: 'completed', RecordingChannels: '1', RecordingSource: 'DialVerb' },
    });
}

/** Returns it as doors are told of it. */
async function keepRecording(
  { sid: callSid, account_sid }: LabCall,
  seconds: number,
  said: string,
  source: 'RecordVerb' | 'DialVerb',
): Promise<Record<'RecordingSid' | 'RecordingDuration', string>> {
  const sid = newSid('RE');
  await sql.query(
    'INSERT INTO lab_recording (sid, call_sid, account_sid, seconds, said, source) VALUES ($1, $2, $3, $4, $5, $6)',
    [sid, callSid, account_sid, seconds, said, source],
  );
  return { RecordingSid: sid, RecordingDuration: String(seconds) };
}

const secondsSince = (at: Date): number => Math.round((Date.now() - at.getTime()) / 1_000);

/** A leg is over: its other ends hear of it, and who dialled it goes on with his script. */
export async function end(sid: string, status: string, { redirects = false } = {}): Promise<void> {
  const { rows } = await sql.query<LabCall>(
    `UPDATE lab_call SET status = $2, ended_at = now(), waits_in = NULL, due_at = NULL
     WHERE sid = $1 AND ended_at IS NULL RETURNING *`,
    [sid, status],
  );
  const [leg] = rows;
  if (!leg) return;
  await hear(sid, 'note', 'ended');
  await endChildren(sid);
  const seconds = leg.answered_at ? secondsSince(leg.answered_at) : 0;
  await tellStatus(leg, 'completed', { CallDuration: String(seconds) });
  await stopRecording(leg);
  if (leg.parent_sid && !redirects) await goOn(leg.parent_sid, leg.answered_at ? 'completed' : status);
}

async function endChildren(sid: string): Promise<void> {
  const { rows } = await sql.query<{ sid: string; status: string }>(
    'SELECT sid, status FROM lab_call WHERE parent_sid = $1 AND ended_at IS NULL',
    [sid],
  );
  for (const child of rows)
    await end(child.sid, child.status === 'ringing' ? 'canceled' : 'completed', { redirects: true });
}

/** After a `Dial`: its action says how. */
async function goOn(sid: string, dialStatus: string): Promise<void> {
  const leg = await readLeg(sid);
  if (leg?.waits_in !== 'dial' || leg.ended_at) return;
  const { action } = leg.attributes;
  if (action) await obey(sid, await knock(leg, action, { DialCallStatus: dialStatus }));
  else await obey(sid, leg.rest);
}

/** A running leg is given another script from outside: what it was connected with is over, or goes its own way. */
export async function redirect(leg: LabCall, xml: string): Promise<void> {
  await endChildren(leg.sid);
  if (leg.parent_sid) {
    await sql.query('UPDATE lab_call SET parent_sid = NULL WHERE sid = $1', [leg.sid]);
    await stopRecording(leg);
    await goOn(leg.parent_sid, 'completed');
  }
  await obey(leg.sid, xml);
}

/** Digits that the caller presses, or (none) the time in which he pressed nothing. */
export async function press(leg: LabCall, digits: string): Promise<void> {
  if (digits) await hear(leg.sid, 'digits', digits);
  if (leg.waits_in !== 'gather') return;
  const { action, actionOnEmptyResult } = leg.attributes;
  if (action && (digits || actionOnEmptyResult === 'true'))
    await obey(leg.sid, await knock(leg, action, digits ? { Digits: digits } : {}));
  else await obey(leg.sid, leg.rest);
}

/** What the caller leaves after the tone; then the line tells us of the recording, and of its words. */
export async function leave(leg: LabCall, text: string): Promise<void> {
  await hear(leg.sid, 'said', text);
  if (leg.waits_in !== 'record') return;
  const { action, recordingStatusCallback, transcribeCallback } = leg.attributes;
  const seconds = Math.max(1, Math.round(text.split(/\s+/).length / 2.5));
  const recording = await keepRecording(leg, seconds, text, 'RecordVerb');
  await obey(leg.sid, action ? await knock(leg, action, recording) : leg.rest);
  if (recordingStatusCallback)
    await knock(leg, recordingStatusCallback, { ...recording, RecordingStatus: 'completed' });
  const words = { TranscriptionSid: newSid('TR'), TranscriptionStatus: 'completed', TranscriptionText: text };
  if (transcribeCallback) await knock(leg, transcribeCallback, { ...recording, ...words });
}

/** What time does: nobody answers, nothing is pressed, who waits is spoken to again. */
export async function passTime(): Promise<void> {
  const { rows } = await sql.query<LabCall>(
    `UPDATE lab_call SET due_at = CASE WHEN waits_in = 'queue' THEN now() + interval '${WAIT_AGAIN} seconds' END
     WHERE sid IN (SELECT sid FROM lab_call WHERE due_at <= now() AND ended_at IS NULL LIMIT 20 FOR UPDATE SKIP LOCKED)
     RETURNING *`,
  );
  for (const leg of rows) {
    if (leg.status === 'ringing') await end(leg.sid, 'no-answer');
    else if (leg.waits_in === 'gather') await press(leg, '');
    else if (leg.waits_in === 'queue') await speakToWaiting(leg, leg.attributes.waitUrl);
    else if (leg.waits_in === 'record') await end(leg.sid, 'completed');
  }
}
