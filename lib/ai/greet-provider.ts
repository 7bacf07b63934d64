import type { Env } from '../env';
import type { DraftFailure } from '../rules/draft-failures';
import { configuredAi, OPENAI_URL } from './configured';
import { failureOf } from './model';

const PATIENCE_MS = 3_000;
/** What OpenAI-compatible servers say that know no list of models; Gemini always has one. */
const NO_LIST = [404, 405, 501];

/** `ok`: it takes our key. `unknown`: it has no request that costs nothing, so only drafts tell. Else what is wrong. */
export type Greeting = 'ok' | 'unknown' | Extract<DraftFailure, `ai_${string}`>;

/**
 * Asks the provider about its models, which costs no tokens and writes nothing: Gemini about ours by name, others for
 * their list, since not every server knows a single one. Never throws; waits three seconds.
 */
export async function greetProvider(settings: Env): Promise<Greeting> {
  const { address, headers, mayLackList } = requestOf(settings);
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/json', ...headers },
      // a key must not travel to wherever the server points
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.body?.cancel();
    if (mayLackList && NO_LIST.includes(response.status)) return 'unknown';
    if (!response.ok) return failureOf(response.status, null).code as Greeting;
    const isJson = response.headers.get('content-type')?.includes('json');
    // a page of somebody else's: the address is wrong, or a network asks to sign in first
    return isJson ? 'ok' : 'ai_misconfigured';
  } catch {
    return 'ai_unavailable';
  }
}

function requestOf(settings: Env): {
  address: string;
  headers: Record<string, string>;
  mayLackList: boolean;
} {
  const { GEMINI_BASE_URL, GEMINI_API_KEY, OPENAI_BASE_URL = OPENAI_URL, OPENAI_API_KEY } = settings;
  const { provider, model } = configuredAi(settings);
  if (provider === 'gemini')
    return {
      address: `${GEMINI_BASE_URL.replace(/\/+$/, '')}/v1beta/${model!.includes('/') ? model : `models/${model}`}`,
      headers: { 'x-goog-api-key': GEMINI_API_KEY! },
      mayLackList: false,
    };
  return {
    address: `${OPENAI_BASE_URL.replace(/\/+$/, '')}/models`,
    headers: OPENAI_API_KEY ? { authorization: `Bearer ${OPENAI_API_KEY}` } : {},
    mayLackList: true,
  };
}
