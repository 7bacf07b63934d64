import {
  type EnhancedGenerateContentResponse,
  GoogleGenerativeAI,
  GoogleGenerativeAIFetchError,
  type ResponseSchema,
} from '@google/generative-ai';
import { failureOf, MOST_OUTPUT, MOST_OUTPUT_TOKENS, type Model, ModelFailed } from './model';
import { watched } from './watched-fetch';

/** Gemini, by Google's library. The key travels in a header, never in an address. */
export function gemini({ key, baseUrl, model }: { key: string; baseUrl: string; model: string }): Model {
  const client = new GoogleGenerativeAI(key);
  return ({ system, user, schema, signal, onText }) =>
    watched(async (watch) => {
      const generative = client.getGenerativeModel(
        {
          model,
          systemInstruction: system,
          generationConfig: {
            temperature: 0.3,
            maxOutputTokens: MOST_OUTPUT_TOKENS,
            responseMimeType: 'application/json',
            responseSchema: schema as unknown as ResponseSchema,
          },
        },
        { baseUrl: baseUrl.replace(/\/+$/, '') },
      );
      // ends the request as well when we stop reading before its end
      const stop = new AbortController();
      const either = AbortSignal.any([signal, stop.signal]);
      try {
        const { stream, response } = await generative.generateContentStream(user, { signal: either });
        // the library reads everything twice; this copy is not ours
        response.catch(() => {});
        return await collect(stream, onText);
      } catch (error) {
        signal.throwIfAborted();
        throw asFailure(error, watch.retryAfter);
      } finally {
        stop.abort();
      }
    });
}

async function collect(
  stream: AsyncIterable<EnhancedGenerateContentResponse>,
  onText: (text: string) => void,
) {
  let text = '';
  let reason: string | undefined;
  let usage: { promptTokenCount?: number; candidatesTokenCount?: number } | undefined;
  for await (const chunk of stream) {
    if (chunk.promptFeedback?.blockReason) throw new ModelFailed('ai_blocked');
    const candidate = chunk.candidates?.[0];
    usage = chunk.usageMetadata ?? usage;
    reason = candidate?.finishReason ?? reason;
    const more = candidate?.content?.parts?.map((part) => part.text ?? '').join('') ?? '';
    if (more === '') continue;
    text += more;
    if (text.length > MOST_OUTPUT) throw new ModelFailed('ai_bad_response');
    onText(text);
  }
  if (reason !== undefined && BLOCKED.has(reason)) throw new ModelFailed('ai_blocked');
  // what was cut off says half of something
  if (reason !== undefined && reason !== 'STOP') throw new ModelFailed('ai_bad_response');
  return { text, tokensIn: usage?.promptTokenCount ?? null, tokensOut: usage?.candidatesTokenCount ?? null };
}

const BLOCKED = new Set(['SAFETY', 'RECITATION', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'SPII']);

function asFailure(error: unknown, retryAfter: string | null): ModelFailed {
  if (error instanceof ModelFailed) return error;
  if (error instanceof GoogleGenerativeAIFetchError && error.status !== undefined)
    return failureOf(error.status, retryAfter ?? retryDelayOf(error.errorDetails));
  // the request never got through; everything else is an answer that made no sense
  const unreached = error instanceof Error && /Error fetching from/.test(error.message);
  return new ModelFailed(unreached ? 'ai_unavailable' : 'ai_bad_response');
}

/** Google says how long to wait in the body: `{"@type": "…RetryInfo", "retryDelay": "20s"}`. */
function retryDelayOf(details: readonly { [key: string]: unknown }[] | undefined): string | null {
  const delay = details?.find((one) => typeof one.retryDelay === 'string')?.retryDelay;
  return typeof delay === 'string' ? delay : null;
}
