import { z } from 'zod';
import { ProviderTrouble, type RecordedPart, type VoiceProvider } from './provider';

export interface TwilioAccount {
  apiUrl: string;
  accountSid: string;
  authToken: string;
}

const PATIENCE_MS = 10_000;
const RECORDING_PATIENCE_MS = 120_000;
/** A minute weighs 1 MB: more than two hours. */
const MAX_RECORDING = 150 * 1024 * 1024;
/** Of a call that cannot be changed since it is over. */
const NOT_IN_PROGRESS = 21220;
const parts = z.object({
  recordings: z
    .array(
      z.object({
        sid: z.string().regex(/^RE[0-9a-f]{32}$/),
        // a number as text; -1 while it is not known
        duration: z.coerce.number().int().min(0).catch(0),
        status: z.string(),
        source: z.string(),
      }),
    )
    .max(1_000),
});
const LIVE = new Set(['queued', 'initiated', 'ringing', 'in-progress']);

/** Speaks Twilio's REST API of 2010-04-01, and that of whoever is compatible with it. */
export function twilio(account: TwilioAccount): VoiceProvider {
  const root = `${account.apiUrl}/2010-04-01/Accounts/${account.accountSid}`;
  const ask = async (
    path: string,
    form?: Record<string, string | string[]>,
  ): Promise<Record<string, unknown>> =>
    (await request(account, `${root}${path}`, form)).json() as Promise<Record<string, unknown>>;
  return {
    async dial({ to, from, bridgeUrl, statusUrl }) {
      const { sid } = await ask('/Calls.json', {
        ...{ To: to, From: from, Url: bridgeUrl, StatusCallback: statusUrl, Timeout: '30' },
        StatusCallbackEvent: ['ringing', 'answered', 'completed'],
      });
      if (typeof sid !== 'string') throw new ProviderTrouble('later', 'The provider named no call.');
      return sid;
    },
    async follow(ref, script) {
      await ask(`/Calls/${ref}.json`, { Twiml: script });
    },
    async hangUp(ref) {
      await ask(`/Calls/${ref}.json`, { Status: 'completed' });
    },
    async isLive(ref) {
      try {
        return LIVE.has(String((await ask(`/Calls/${ref}.json`)).status));
      } catch (error) {
        if (error instanceof ProviderTrouble && error.kind === 'gone') return null;
        throw error;
      }
    },
    recording: async (ref) => bounded(await request(account, `${root}/Recordings/${ref}.wav`)),
    async recordingsOf(ref) {
      const told = parts.safeParse(await ask(`/Calls/${ref}/Recordings.json`));
      if (!told.success) throw new ProviderTrouble('later', 'The provider named no recordings.');
      return told.data.recordings.filter(({ status }) => status !== 'absent').map(partOf);
    },
    async greet() {
      await request(account, `${root}.json`);
    },
  };
}

async function request(
  { accountSid, authToken }: TwilioAccount,
  url: string,
  form?: Record<string, string | string[]>,
): Promise<Response> {
  const body = form && new URLSearchParams(pairs(form));
  let response: Response;
  try {
    response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
      ...(body ? { body } : {}),
      // media lies elsewhere at times; what the account's host itself says is enough for all else
      redirect: url.endsWith('.wav') ? 'follow' : 'error',
      signal: AbortSignal.timeout(url.endsWith('.wav') ? RECORDING_PATIENCE_MS : PATIENCE_MS),
    });
  } catch {
    throw new ProviderTrouble('later', 'The provider does not answer.');
  }
  if (response.ok) return response;
  throw troubleOf(response.status, await response.text().catch(() => ''));
}

const pairs = (form: Record<string, string | string[]>): [string, string][] =>
  Object.entries(form).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, one]),
  );

function troubleOf(status: number, text: string): ProviderTrouble {
  const { code, message } = problemIn(text);
  const said = `The provider said ${status}${message ? `: ${message}` : ''}`.slice(0, 300);
  if (status === 404 || code === NOT_IN_PROGRESS) return new ProviderTrouble('gone', said);
  return new ProviderTrouble(status === 429 || status >= 500 ? 'later' : 'refused', said);
}

function problemIn(text: string): { code?: unknown; message?: unknown } {
  try {
    return (JSON.parse(text) as { code?: unknown; message?: unknown } | null) ?? {};
  } catch {
    return {};
  }
}

const partOf = ({
  sid,
  duration,
  status,
  source,
}: z.infer<typeof parts>['recordings'][number]): RecordedPart => ({
  ...{ ref: sid, seconds: duration, isDone: status === 'completed' },
  kind: source === 'RecordVerb' ? 'voicemail' : 'talk',
});

async function* bounded(response: Response): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const piece of response.body ?? []) {
      size += piece.byteLength;
      if (size > MAX_RECORDING) throw new ProviderTrouble('refused', 'The recording is too large.');
      yield piece;
    }
  } catch (error) {
    throw error instanceof ProviderTrouble ? error : new ProviderTrouble('later', 'The recording broke off.');
  }
}
