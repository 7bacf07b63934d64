import { timingSafeEqual } from 'node:crypto';
import { sql } from '../../db/transaction';
import { env } from '../../env';
import { accountOf, type LabAccount, tellStatus } from './knock';
import { end, redirect, ringAt } from './network';
import { insertLeg, readLeg } from './rows';
import { tone } from './tone';

/** What the network answers a program: the vendor's REST API, as far as we use it. */
export interface RestAnswer {
  status: number;
  body: Record<string, unknown> | Uint8Array;
}

/** What is done for an account that was let in. */
export type RestWork = (account: LabAccount) => Promise<RestAnswer>;

const problem = (status: number, code: number, message: string): RestAnswer => ({
  status,
  body: { code, message, status },
});
const UNKNOWN = problem(404, 20404, 'The requested resource was not found');

/** Lets in who has an account, by HTTP Basic, and does what he asks of it. */
export async function answerRest(
  accountSid: string,
  authorization: string | undefined,
  work: RestWork,
): Promise<RestAnswer> {
  const account = await accountOf(accountSid);
  const expected = Buffer.from(`${accountSid}:${account?.auth_token}`);
  const given = Buffer.from(authorization?.replace(/^basic /i, '') ?? '', 'base64');
  const isKnown = account && expected.byteLength === given.byteLength && timingSafeEqual(expected, given);
  return isKnown ? work(account) : problem(401, 20003, 'Authenticate');
}

/** Only our own doors are called: the network is no way to anywhere else. */
const isOurs = (url: string | null): boolean =>
  url?.startsWith(`${env().APP_URL}/api/channels/voice/`) ?? false;

export const readAccount: RestWork = async ({ account_sid: sid }) => ({
  status: 200,
  body: { sid, status: 'active' },
});

export async function createCall(account: LabAccount, form: URLSearchParams): Promise<RestAnswer> {
  const [to, from, url, status] = ['To', 'From', 'Url', 'StatusCallback'].map((name) => form.get(name));
  if (!to || from !== account.number || !isOurs(url ?? null) || !isOurs(status ?? null))
    return problem(400, 21201, 'The call cannot be made');
  const leg = await insertLeg({
    ...{ account_sid: account.account_sid, line_number: account.number, from_number: from, to_number: to },
    ...{ direction: 'outbound-api', status: 'ringing', url: url!, status_url: status! },
    ...{ status_events: form.getAll('StatusCallbackEvent'), rings: Number(form.get('Timeout') ?? 60) },
  });
  // the program hears what the call is called before it hears of the call
  setTimeout(
    () =>
      void tellStatus(leg, 'ringing')
        .then(() => ringAt(leg))
        .catch(() => {}),
    50,
  );
  return { status: 201, body: { sid: leg.sid, status: 'queued' } };
}

export async function updateCall(
  account: LabAccount,
  sid: string,
  form: URLSearchParams,
): Promise<RestAnswer> {
  const leg = await readLeg(sid);
  if (leg?.account_sid !== account.account_sid) return UNKNOWN;
  if (leg.ended_at) return problem(400, 21220, 'Call is not in-progress. Cannot redirect.');
  const script = form.get('Twiml');
  if (form.get('Status') === 'completed') await end(sid, 'completed');
  else if (script && leg.status === 'in-progress') await redirect(leg, script);
  else return problem(400, 21220, 'Call is not in-progress. Cannot redirect.');
  return { status: 200, body: { sid, status: (await readLeg(sid))!.status } };
}

export async function readCall(account: LabAccount, sid: string): Promise<RestAnswer> {
  const leg = await readLeg(sid);
  return leg?.account_sid === account.account_sid
    ? { status: 200, body: { sid, status: leg.status } }
    : UNKNOWN;
}

export async function readRecording(account: LabAccount, sid: string): Promise<RestAnswer> {
  const { rows } = await sql.query<{ seconds: number }>(
    'SELECT seconds FROM lab_recording WHERE sid = $1 AND account_sid = $2',
    [sid, account.account_sid],
  );
  return rows[0] ? { status: 200, body: tone(rows[0].seconds) } : UNKNOWN;
}

/** What was recorded of a call. */
export async function listRecordings(account: LabAccount, callSid: string): Promise<RestAnswer> {
  const { rows } = await sql.query<{ sid: string; seconds: number; source: string }>(
    'SELECT sid, seconds, source FROM lab_recording WHERE call_sid = $1 AND account_sid = $2 ORDER BY created_at',
    [callSid, account.account_sid],
  );
  const recordings = rows.map(({ sid, seconds, source }) => ({
    ...{ sid, source, call_sid: callSid, status: 'completed', duration: String(seconds) },
  }));
  return { status: 200, body: { recordings } };
}
