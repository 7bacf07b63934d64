import { openSecret } from '../auth/sealed-secret';
import { doorsOf, TOKEN_OF_LINE } from '../channels/voice/doors';
import type { VoiceProvider } from '../channels/voice/provider';
import { twilio } from '../channels/voice/twilio';
import type { ScriptLine } from '../channels/voice/twiml';
import type { Sql } from '../db/transaction';
import type { AfterHours } from '../schemas/phone-line';

/** A line as calls need it, its token open; nothing of this leaves the house. */
export interface VoiceLine extends ScriptLine {
  name: string;
  account_sid: string;
  auth_token: string;
  api_url: string;
  team_id: string | null;
  max_wait_seconds: number;
  voicemail: boolean;
  after_hours: AfterHours;
  is_active: boolean;
}

/** Null when there is none, or its token cannot be opened any more. */
export async function voiceLine(from: Sql, id: string): Promise<VoiceLine | null> {
  const { rows } = await from.query<Omit<VoiceLine, 'doors'>>(
    `SELECT id, number, name, account_sid, auth_token, api_url, team_id, languages, words, max_wait_seconds,
       voicemail, after_hours, records_calls, is_active FROM phone_line WHERE id = $1`,
    [id],
  );
  const [row] = rows;
  const token = row && openSecret(TOKEN_OF_LINE, row.auth_token);
  return row && token ? { ...row, auth_token: token, doors: doorsOf(id) } : null;
}

export const providerOf = (line: Pick<VoiceLine, 'api_url' | 'account_sid' | 'auth_token'>): VoiceProvider =>
  twilio({ apiUrl: line.api_url, accountSid: line.account_sid, authToken: line.auth_token });
