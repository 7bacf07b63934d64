import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeOpenAi {
  /** Base URL, `/v1` included. */
  url: string;
  /** Status of the next answers; 200 streams `answer`. */
  status: number;
  answer: unknown;
  requests: { path: string; authorization: string | undefined; body: Record<string, unknown> }[];
  close(): Promise<void>;
}

/** A tiny server that speaks OpenAI's streamed chat completions and has a list of models. */
export async function startFakeOpenAi(): Promise<FakeOpenAi> {
  const server = createServer(async (req, res) => {
    if (req.method === 'GET')
      return void res
        .writeHead(fake.status, { 'content-type': 'application/json' })
        .end(JSON.stringify({ object: 'list', data: [] }));
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
    fake.requests.push({ path: req.url ?? '', authorization: req.headers.authorization, body });
    if (fake.status !== 200) return void res.writeHead(fake.status, { 'retry-after': '3' }).end('{}');
    res.writeHead(200, { 'content-type': 'text/event-stream' });
    const text = JSON.stringify(fake.answer);
    for (let at = 0; at < text.length; at += 50)
      res.write(
        `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: text.slice(at, at + 50) } }] })}\n\n`,
      );
    res.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] })}\n\n`);
    res.write(
      `data: ${JSON.stringify({ choices: [], usage: { prompt_tokens: 500, completion_tokens: 40 } })}\n\n`,
    );
    res.end('data: [DONE]\n\n');
  });
  const fake: FakeOpenAi = {
    url: '',
    status: 200,
    answer: {},
    requests: [],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return fake;
}
