import { toE164 } from '../channels/voice/phone-number';
import {
  hangUp,
  menu,
  reject,
  takeMessage,
  turnAway,
  waitAgain,
  waiting,
  welcome,
} from '../channels/voice/twiml';
import { hasMenuWords } from '../channels/voice/words';
import type { CallRow } from '../db/sql/call-row';
import { inTransaction, type Tx } from '../db/transaction';
import { Invalid } from '../errors';
import { getOpeningHours } from '../queries/get-opening-hours';
import type { VoiceLine } from '../queries/voice-line';
import { openingAt } from '../rules/opening-hours';
import { beginCall, insertCall, isBlockedNumber } from './steps/begin-call';
import { addLeg } from './steps/call-legs';
import { changeCall } from './steps/change-call';
import { lockCallOf } from './steps/lock-call';
import { known, openVoiceDoor, unknown, type VoiceWord } from './steps/voice-door';

/**
 * Somebody rings at a line. He becomes a ticket at once, or as soon as he chose a language; the same call told twice is
 * one. What is answered is what he hears.
 *
 * @throws Unauthenticated, Invalid as {@link openVoiceDoor}; Invalid `To` when it is not this line's number.
 */
export async function takeCall(lineId: string, word: VoiceWord): Promise<string> {
  const { line, said } = await openVoiceDoor(lineId, 'incoming', word);
  if (said.To !== line.number) throw new Invalid({ To: ['unknown_number'] });
  const number = numberOf(said.From);
  if (!line.is_active || (await isBlockedNumber(line, number))) return reject();
  const isOpen = await isOpenNow();
  return inTransaction(async (tx) => {
    const call = await insertCall(tx, line, { ref: said.CallSid, number });
    if (!call) {
      const { call: same } = known(await lockCallOf(tx, line.id, said.CallSid));
      return scriptOf(line, same);
    }
    await addLeg(tx, call.id, { party: 'customer', ref: said.CallSid, state: 'answered' });
    if (chooses(line)) return menu(line);
    return answer(tx, line, await beginCall(tx, line, call, line.languages[0] ?? null), isOpen);
  });
}

/** He pressed a digit, or nothing for too long: then it is the first language. */
export async function chooseLanguage(lineId: string, word: VoiceWord): Promise<string> {
  const { line, said } = await openVoiceDoor(lineId, 'menu', word);
  const isOpen = await isOpenNow();
  return inTransaction(async (tx) => {
    const { call } = known(await lockCallOf(tx, line.id, said.CallSid));
    if (call.ended_at) return hangUp();
    if (call.ticket_id) return scriptOf(line, call);
    const language = line.languages[Number(said.Digits ?? 1) - 1] ?? line.languages[0] ?? null;
    return answer(tx, line, await beginCall(tx, line, call, language), isOpen);
  });
}

/** What somebody hears who waits, once through. */
export const keepWaiting = (lineId: string, callId: string, word: VoiceWord): Promise<string> =>
  speakTo('wait', lineId, callId, word);

/** The same of who was put on hold. */
export const keepHolding = (lineId: string, callId: string, word: VoiceWord): Promise<string> =>
  speakTo('held', lineId, callId, word);

async function speakTo(
  door: 'wait' | 'held',
  lineId: string,
  callId: string,
  word: VoiceWord,
): Promise<string> {
  const { line, said } = await openVoiceDoor(lineId, `${door}/${callId}`, word);
  return inTransaction(async (tx) => {
    const { call } = known(await lockCallOf(tx, line.id, said.CallSid));
    if (call.id !== callId) unknown();
    return waiting(line, call.language, door === 'held');
  });
}

/** A choice is offered where all of it can be said. */
const chooses = ({ languages }: VoiceLine): boolean => languages.length > 1 && languages.every(hasMenuWords);

/** He waits for somebody; while the house is closed he may leave a message, or is told so. */
async function answer(
  tx: Tx,
  line: VoiceLine,
  call: CallRow & { ticket_id: string },
  isOpen: boolean,
): Promise<string> {
  if (isOpen || line.after_hours === 'ring') return welcome(line, call.id, call.language);
  if (line.after_hours === 'voicemail' && line.voicemail) {
    await changeCall(tx, call, 'recording');
    return takeMessage(line, call.language);
  }
  await changeCall(tx, call, 'gone');
  return turnAway(line, call.language);
}

/** The same question again is answered by what the call is now. */
function scriptOf(line: VoiceLine, call: CallRow): string {
  if (call.ended_at) return hangUp();
  if (!call.ticket_id) return menu(line);
  return call.state === 'voicemail'
    ? takeMessage(line, call.language)
    : waitAgain(line, call.id, call.state === 'held' ? 'held' : 'wait');
}

/** Null for who hides his number, and for what is none. */
const numberOf = (from: string | undefined): string | null => toE164(from ?? '');

async function isOpenNow(): Promise<boolean> {
  const hours = await getOpeningHours();
  return hours === null || (openingAt(hours, Date.now())?.isOpen ?? true);
}
