import { openSecret } from '../../auth/sealed-secret';
import { TOKEN_OF_LINE } from '../../channels/voice/doors';
import { twilioSignature } from '../../channels/voice/twilio-signature';
import { sql } from '../../db/transaction';
import { env } from '../../env';
import { log } from '../../log';
import type { LabCall } from './rows';

const PATIENCE_MS = 15_000;

/** Who has an account with the simulated network: the lines that name it as their provider's address. */
export interface LabAccount {
  account_sid: string;
  auth_token: string;
  line_id: string;
  number: string;
}

export const labApiUrl = (): string => `${env().APP_URL}/api/lab/telephone`;

export async function accountOf(accountSid: string): Promise<LabAccount | null> {
  const { rows } = await sql.query<Omit<LabAccount, 'line_id'> & { line_id: string }>(
    `SELECT account_sid, auth_token, id AS line_id, number FROM phone_line WHERE account_sid = $1 AND api_url = $2`,
    [accountSid, labApiUrl()],
  );
  const [row] = rows;
  const token = row && openSecret(TOKEN_OF_LINE, row.auth_token);
  return row && token ? { ...row, auth_token: token } : null;
}

/**
 * Calls a door of our own as the provider does: a signed form. Returns what it answers; null when it refuses or is
 * not there, which a provider's caller hears as an error.
 */
export async function knock(
  leg: LabCall,
  url: string,
  more: Record<string, string> = {},
): Promise<string | null> {
  const account = await accountOf(leg.account_sid);
  if (!account) return null;
  const form = new URLSearchParams({
    ...{ CallSid: leg.sid, AccountSid: leg.account_sid, From: leg.from_number, To: leg.to_number },
    ...{ CallStatus: leg.status, ApiVersion: '2010-04-01', Direction: leg.direction },
    ...(leg.parent_sid ? { ParentCallSid: leg.parent_sid } : {}),
    ...more,
  });
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'x-twilio-signature': twilioSignature(account.auth_token, url, form) },
      body: form,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    if (response.ok) return text;
    log.warn({ status: response.status, url }, 'a door refused the simulated telephone network');
  } catch (error) {
    log.warn({ err: error, url }, 'a door did not answer the simulated telephone network');
  }
  return null;
}

/** Tells how a leg stands to who wanted to know of that. */
export async function tellStatus(
  leg: LabCall,
  event: string,
  more: Record<string, string> = {},
): Promise<void> {
  if (leg.status_url && leg.status_events.includes(event)) await knock(leg, leg.status_url, more);
}
