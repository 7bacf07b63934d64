import { type OwnWords, voiceOf, wordsOf } from './words';

/** What a script needs to know of the line that it is for. */
export interface ScriptLine {
  id: string;
  number: string;
  languages: readonly string[];
  words: OwnWords;
  /** What is spoken on it is recorded, and the customer told so before. */
  records_calls: boolean;
  /** Address of the line's doors, without a slash at its end. */
  doors: string;
}

/** Seconds for which an agent's telephone rings before it is somebody else's turn. */
const ANSWER_SECONDS = 25;
const MAX_MESSAGE_SECONDS = 300;
/** Between two times that a waiting caller is spoken to. */
const PAUSE_SECONDS = 15;

const escaped = (text: string): string => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const attributes = (of: Record<string, string>): string =>
  Object.entries(of)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
const say = (text: string, language: string | null): string =>
  `<Say${attributes({ language: voiceOf(language) })}>${escaped(text)}</Say>`;
const response = (...verbs: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs.join('')}</Response>`;

const enqueue = ({ id, doors }: ScriptLine, callId: string, door: 'wait' | 'held'): string =>
  `<Enqueue${attributes({ waitUrl: `${doors}/${door}/${callId}/` })}>line-${id}</Enqueue>`;

export const nothing = (): string => response();
export const hangUp = (): string => response('<Hangup/>');
export const reject = (): string => response('<Reject/>');

/** Asks for a language; who presses nothing has the first one. */
export const menu = (line: ScriptLine): string => {
  const action = `${line.doors}/menu/`;
  const offered = line.languages.map((language, at) =>
    say(wordsOf({}, language).menu.replace('{digit}', String(at + 1)), language),
  );
  return response(
    `<Gather${attributes({ action, numDigits: '1', timeout: '8', actionOnEmptyResult: 'true' })}>${offered.join('')}</Gather>`,
  );
};

export const welcome = (line: ScriptLine, callId: string, language: string | null): string =>
  response(say(wordsOf(line.words, language).greeting, language), enqueue(line, callId, 'wait'));

export const waitAgain = (line: ScriptLine, callId: string, door: 'wait' | 'held'): string =>
  response(enqueue(line, callId, door));

/** What is heard while he waits, once through; the provider asks for it again. */
export const waiting = (line: ScriptLine, language: string | null, isHeld: boolean): string => {
  const words = wordsOf(line.words, language);
  return response(
    say(isHeld ? words.held : words.wait, language),
    `<Pause${attributes({ length: String(PAUSE_SECONDS) })}/>`,
  );
};

/** Another telephone. `legId` names it in what is told of it. */
interface Other {
  legId: string;
  number: string;
}

/**
 * Joins the customer with an agent's telephone. `announceIn`: the language in which he is told first that the call is
 * recorded; null when it is not, or he heard it before.
 */
export const connect = (line: ScriptLine, agent: Other, announceIn: string | null): string =>
  response(
    ...(announceIn === null ? [] : [say(wordsOf(line.words, announceIn).recorded, announceIn)]),
    dial(line, agent),
  );

/** Joins the agent whom we rang up with the customer, who is told that it is recorded as he answers. */
export const connectCustomer = (line: ScriptLine, customer: Other): string =>
  response(
    dial(line, customer, line.records_calls ? { url: `${line.doors}/announce/${customer.legId}/` } : {}),
  );

/** What a customer hears whom we rang up, before he is put through. */
export const announce = (line: ScriptLine, language: string | null): string =>
  response(say(wordsOf(line.words, language).recorded, language));

const dial = (line: ScriptLine, { legId, number }: Other, whisper: { url?: string } = {}): string => {
  const joined = {
    action: `${line.doors}/dialled/${legId}/`,
    callerId: line.number,
    timeout: String(ANSWER_SECONDS),
    answerOnBridge: 'true',
    ...(line.records_calls
      ? { record: 'record-from-answer', recordingStatusCallback: `${line.doors}/talk/${legId}/` }
      : {}),
  };
  const leg = {
    statusCallback: `${line.doors}/leg/${legId}/`,
    statusCallbackEvent: 'initiated ringing answered completed',
    ...whisper,
  };
  return `<Dial${attributes(joined)}><Number${attributes(leg)}>${escaped(number)}</Number></Dial>`;
};

export const takeMessage = (line: ScriptLine, language: string | null): string => {
  const record = {
    action: `${line.doors}/recorded/`,
    maxLength: String(MAX_MESSAGE_SECONDS),
    playBeep: 'true',
    recordingStatusCallback: `${line.doors}/recording/`,
    transcribe: 'true',
    transcribeCallback: `${line.doors}/transcription/`,
  };
  return response(
    say(wordsOf(line.words, language).voicemail, language),
    `<Record${attributes(record)}/>`,
    '<Hangup/>',
  );
};

export const thank = (line: ScriptLine, language: string | null): string =>
  response(say(wordsOf(line.words, language).thanks, language), '<Hangup/>');

export const turnAway = (line: ScriptLine, language: string | null): string =>
  response(say(wordsOf(line.words, language).closed, language), '<Hangup/>');
