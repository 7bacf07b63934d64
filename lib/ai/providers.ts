import { env } from '../env';
import { configuredAi, OPENAI_URL } from './configured';
import { gemini } from './gemini';
import type { Model } from './model';
import { openai } from './openai';

/** The model that is configured; null when the house answers from what it has. */
export function configuredModel(): Model | null {
  const { GEMINI_API_KEY, GEMINI_BASE_URL, OPENAI_API_KEY, OPENAI_BASE_URL } = env();
  const { provider, model } = configuredAi();
  if (provider === 'gemini') return gemini({ key: GEMINI_API_KEY!, baseUrl: GEMINI_BASE_URL, model: model! });
  if (provider === 'openai')
    return openai({ key: OPENAI_API_KEY, baseUrl: OPENAI_BASE_URL ?? OPENAI_URL, model: model! });
  return null;
}
