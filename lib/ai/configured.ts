import { type Env, env } from '../env';

export interface ConfiguredAi {
  provider: 'gemini' | 'openai' | 'none';
  /** Name of the model; null without one. */
  model: string | null;
}

/** Who writes drafts here: Gemini when its key is set, else any OpenAI-compatible server, else the house's own answers. */
export function configuredAi(settings: Env = env()): ConfiguredAi {
  const { GEMINI_API_KEY, GEMINI_MODEL, OPENAI_BASE_URL, OPENAI_API_KEY, OPENAI_MODEL } = settings;
  if (GEMINI_API_KEY) return { provider: 'gemini', model: GEMINI_MODEL };
  if (OPENAI_BASE_URL || OPENAI_API_KEY) return { provider: 'openai', model: OPENAI_MODEL };
  return { provider: 'none', model: null };
}

/** Where OpenAI itself is: meant by a key without an address. */
export const OPENAI_URL = 'https://api.openai.com/v1';
