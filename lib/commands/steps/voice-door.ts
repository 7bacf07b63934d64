import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { doorsOf } from '../../channels/voice/doors';
import { isTwilioSigned } from '../../channels/voice/twilio-signature';
import { sql } from '../../db/transaction';
import { Invalid, NotFound, Unauthenticated } from '../../errors';
import { type VoiceLine, voiceLine } from '../../queries/voice-line';

/** What a provider sent to a door of a line. */
export interface VoiceWord {
  signature: string | undefined;
  raw: Uint8Array;
}

const callSid = z.string().regex(/^CA[0-9a-f]{32}$/);
/** A provider who does not know it says -1. */
const seconds = z.coerce.number().int().min(0).max(86_400).catch(0);

/** The fields that we read; what else comes is signed and left alone. A text of theirs is cut, never refused. */
const fields = {
  CallSid: callSid,
  ParentCallSid: callSid,
  From: z.string().max(200),
  To: z.string().max(200),
  CallStatus: z.string().max(40),
  DialCallStatus: z.string().max(40),
  Digits: z.string().max(40),
  RecordingSid: z.string().regex(/^RE[0-9a-f]{32}$/),
  RecordingDuration: seconds,
  RecordingStatus: z.string().max(40),
  TranscriptionStatus: z.string().max(40),
  TranscriptionText: z.string().overwrite((said) => said.replaceAll('\0', '').slice(0, 20_000)),
};
type Field = keyof typeof fields;
type Said = { [F in Field]?: z.infer<(typeof fields)[F]> } & { CallSid: string };

/**
 * Opens a door of a line for who can sign. Nothing is believed, and of a line that is not there nothing is told, before
 * the signature holds: it covers the address of the door and every field of the form.
 *
 * @param door path below the line's doors, as it was asked for.
 * @throws Unauthenticated for a wrong signature or account; Invalid for fields that no provider sends; NotFound.
 */
export async function openVoiceDoor(
  lineId: string,
  door: string,
  { signature, raw }: VoiceWord,
): Promise<{ line: VoiceLine; said: Said }> {
  const line = await voiceLine(sql, lineId);
  const form = new URLSearchParams(new TextDecoder().decode(raw));
  const url = `${doorsOf(lineId)}/${door}`;
  // a line that is not there has a token as well, which nobody knows
  const isSigned = isTwilioSigned(line?.auth_token ?? randomUUID(), [`${url}/`, url], form, signature);
  if (!isSigned || form.get('AccountSid') !== line?.account_sid)
    throw new Unauthenticated('The signature does not hold.');
  return { line, said: read(form) };
}

function read(form: URLSearchParams): Said {
  const said: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(fields)) {
    const value = form.get(name);
    if (value === null || value === '') continue;
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw new Invalid({ [name]: ['format'] });
    said[name] = parsed.data;
  }
  if (typeof said.CallSid !== 'string') throw new Invalid({ CallSid: ['required'] });
  return said as Said;
}

/** @throws NotFound for a call that is not one of this line, whoever signed for it. */
export function known<T>(found: T | null): T {
  return found ?? unknown();
}

export function unknown(): never {
  throw new NotFound();
}

const OVER = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);
export const isOver = (status: string | undefined): boolean => OVER.has(status ?? '');
