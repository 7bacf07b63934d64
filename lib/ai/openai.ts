import { z } from 'zod';
import { failureOf, MOST_BYTES, MOST_OUTPUT, MOST_OUTPUT_TOKENS, type Model, ModelFailed } from './model';

/** Any server that speaks OpenAI's chat completions, streamed: OpenAI itself, or a local model without a key. */
export function openai({ key, baseUrl, model }: { key?: string; baseUrl: string; model: string }): Model {
  return async ({ system, user, schema, signal, onText }) => {
    const stop = new AbortController();
    try {
      const response = await fetch(`${baseUrl.replace(/\/+$/, '')}/chat/completions`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'text/event-stream',
          ...(key ? { authorization: `Bearer ${key}` } : {}),
        },
        body: JSON.stringify({
          model,
          stream: true,
          stream_options: { include_usage: true },
          temperature: 0.3,
          max_tokens: MOST_OUTPUT_TOKENS,
          response_format: { type: 'json_schema', json_schema: { name: 'answer', schema } },
          messages: [
            { role: 'system', content: system },
            { role: 'user', content: user },
          ],
        }),
        // a key must not travel to wherever the server points
        redirect: 'error',
        signal: AbortSignal.any([signal, stop.signal]),
      });
      if (!response.ok) throw failureOf(response.status, response.headers.get('retry-after'));
      if (!response.body) throw new ModelFailed('ai_bad_response');
      return await collect(response.body, onText);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ModelFailed) throw error;
      // what `fetch` throws when nobody is there or the line breaks
      throw new ModelFailed(error instanceof TypeError ? 'ai_unavailable' : 'ai_bad_response');
    } finally {
      stop.abort();
    }
  };
}

const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).optional(),
        finish_reason: z.string().nullish(),
      }),
    )
    .default([]),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish(),
});

async function collect(body: ReadableStream<Uint8Array>, onText: (text: string) => void) {
  let text = '';
  let reason: string | null = null;
  let usage: z.infer<typeof chunkSchema>['usage'] = null;
  for await (const data of eventsOf(body)) {
    const parsed = chunkSchema.safeParse(JSON.parse(data));
    if (!parsed.success) throw new ModelFailed('ai_bad_response');
    const choice = parsed.data.choices[0];
    usage = parsed.data.usage ?? usage;
    reason = choice?.finish_reason ?? reason;
    if (choice?.delta?.refusal) throw new ModelFailed('ai_blocked');
    if (!choice?.delta?.content) continue;
    text += choice.delta.content;
    if (text.length > MOST_OUTPUT) throw new ModelFailed('ai_bad_response');
    onText(text);
  }
  if (reason === 'content_filter') throw new ModelFailed('ai_blocked');
  if (reason !== 'stop') throw new ModelFailed('ai_bad_response');
  return { text, tokensIn: usage?.prompt_tokens ?? null, tokensOut: usage?.completion_tokens ?? null };
}

/** The `data:` lines of an event stream until `[DONE]`, read as strict UTF-8 up to a limit. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let bytes = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new ModelFailed('ai_bad_response');
    const lines = `${rest}${decode(decoder, chunk)}`.split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const data = /^data: ?(.*)$/.exec(line)?.[1];
      if (data === '[DONE]') return;
      if (data) yield data;
    }
  }
}

function decode(decoder: TextDecoder, chunk: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new ModelFailed('ai_bad_response');
  }
}
