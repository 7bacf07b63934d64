import type { Socket } from 'socket.io-client';
import type { BegunChatDto } from '@/lib/schemas/chat';
import type { VisitDto } from '@/lib/schemas/visitor';
import type { WebsiteDto } from '@/lib/schemas/website';
import type { Figure } from './figure';
import { client, type House, megabytes, percentile, sleep } from './house';
import { makePeople } from './people';
import { connectAll } from './sockets';

const WIDGETS = 1_000;
const CHATS = 20;
const MESSAGES = 300;
const PER_SECOND = 20;

/**
 * A visitor's message → the agent's screen, with 1,000 widgets connected, and what one of them costs the web process.
 * Aim: p95 ≤ 50 ms.
 */
export async function benchChat(house: House): Promise<Figure[]> {
  const [admin] = await makePeople(house.pool, 'admin', 1);
  const http = client(house.url, 8);
  const ask = async <T>(method: string, path: string, token: string, body?: unknown) =>
    JSON.parse((await http.send(method, `/api${path}`, token, body)).body) as T;
  const site = await ask<WebsiteDto>('POST', '/channels/chat/', admin!.token, { name: 'Bench' });
  const tokens: string[] = [];
  while (tokens.length < WIDGETS) {
    const visits = Array.from({ length: 20 }, () => visit(house.url, site.key));
    tokens.push(...(await Promise.all(visits)));
  }
  const before = megabytes(house.web.pid);
  const sockets = await connectAll(house.url, tokens);
  const chats = await Promise.all(
    tokens.slice(0, CHATS).map(async (token, index) => {
      const { conversation } = await ask<BegunChatDto>('POST', '/widget/conversations/', token, {
        body: 'Hello',
      });
      await sockets[index]!.emitWithAck('ticket:join', { ticket_id: conversation.id });
      return { token, id: conversation.id };
    }),
  );
  // as they settle: what connecting took is not what being connected takes
  await sleep(3_000);
  const memory = megabytes(house.web.pid) - before;
  const delays = await measure(house.url, admin!.token, chats, (chat, body) =>
    http.send('POST', `/api/widget/conversations/${chat.id}/messages/`, chat.token, { body }),
  );
  for (const socket of sockets) socket.disconnect();
  http.close();
  const name = `chat message → agent's screen, ${WIDGETS} widgets`;
  return [
    { name: `${name}, p50`, value: percentile(delays, 0.5), unit: 'ms' },
    { name: `${name}, p95`, value: percentile(delays, 0.95), unit: 'ms', aim: { most: 50 } },
    { name: 'web process, for one connected widget', value: (memory * 1_024) / WIDGETS, unit: 'kB' },
  ];
}

/** Milliseconds from sending to the agent's screen, of each message; chats take turns. */
async function measure(
  url: string,
  token: string,
  chats: { token: string; id: string }[],
  say: (chat: { token: string; id: string }, body: string) => Promise<unknown>,
): Promise<number[]> {
  const [desk] = (await connectAll(url, [token])) as [Socket];
  for (const { id } of chats) await desk.emitWithAck('ticket:join', { ticket_id: id });
  const delays: number[] = [];
  const waiting = new Map<string, () => void>();
  desk.on('event', ({ data }: { data: { message?: { body: string } } }) =>
    waiting.get(data.message?.body ?? '')?.(),
  );
  for (let n = 0; n < MESSAGES; n++) {
    const body = `message ${n}`;
    const began = performance.now();
    const seen = new Promise<void>((resolve) =>
      waiting.set(body, () => {
        delays.push(performance.now() - began);
        waiting.delete(body);
        resolve();
      }),
    );
    await say(chats[n % chats.length]!, body);
    await Promise.race([seen, sleep(5_000)]);
    await sleep(Math.max(0, 1_000 / PER_SECOND - (performance.now() - began)));
  }
  desk.disconnect();
  if (delays.length < MESSAGES) throw new Error(`${MESSAGES - delays.length} of ${MESSAGES} were not seen`);
  return delays;
}

async function visit(url: string, key: string): Promise<string> {
  const answer = await fetch(`${url}/api/widget/${key}/visitors/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ page_url: 'https://shop.example/' }),
  });
  return ((await answer.json()) as VisitDto).token;
}
