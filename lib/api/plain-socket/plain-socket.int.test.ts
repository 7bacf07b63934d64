import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { testEnvironment } from '@/tests/environment';
import { type ApiClient, addActor, apiClient, newRequest } from '@/tests/factories';
import { startWeb, startWorker, type TestProcess, type WebProcess } from '@/tests/processes';
import { newId } from '../../clock';
import { closePool } from '../../db/pool';
import { sql } from '../../db/transaction';

/** S1's plain sockets: the customer at one web process, his agent at another one. */
let front: WebProcess;
let back: WebProcess;
let worker: TestProcess;
let customer: ApiClient;
let agent: ApiClient;
const opened: WebSocket[] = [];
/** A line that says nothing at all. */
let silent: Promise<number>;

beforeAll(async () => {
  const environment = testEnvironment({ SMTP_URL: 'smtp://127.0.0.1:9' });
  [front, back, worker] = await Promise.all([
    startWeb(environment),
    startWeb(environment),
    startWorker(environment),
  ]);
  customer = await apiClient(front.url, await addActor('customer'));
  agent = await apiClient(back.url, await addActor('agent', { available: true, capacity: 1 }));
  silent = open(front, '1000').ended;
  opened.length = 0;
}, 120_000);
afterEach(() => {
  for (const ws of opened.splice(0)) ws.terminate();
  expect(front.alive && back.alive, front.logs() + back.logs()).toBe(true);
});
afterAll(async () => {
  await Promise.all([front?.stop(), back?.stop(), worker?.stop()]);
  await closePool();
});

interface Plain {
  ws: WebSocket;
  heard: Record<string, unknown>[];
  texts(): unknown[];
  say(what: unknown): void;
  /** The code that the line was closed with, or the status that its handshake was refused with. */
  ended: Promise<number>;
}

function open(web: WebProcess, ref: string, headers: Record<string, string> = {}): Plain {
  const ws = new WebSocket(`${web.url.replace('http', 'ws')}/ws/customer_support/${ref}/`, { headers });
  opened.push(ws);
  const heard: Plain['heard'] = [];
  const early: string[] = [];
  ws.on('message', (data) => heard.push(JSON.parse(String(data))));
  ws.on('open', () => early.splice(0).forEach((text) => void ws.send(text)));
  const ended = new Promise<number>((resolve) => {
    ws.on('close', resolve);
    ws.on('unexpected-response', (_, answer) => resolve(answer.statusCode!));
    ws.on('error', () => undefined);
  });
  const say = (what: unknown) => {
    const text = typeof what === 'string' ? what : JSON.stringify(what);
    if (ws.readyState === ws.OPEN) ws.send(text);
    else early.push(text);
  };
  const texts = () => heard.flatMap(({ message }) => (message === undefined ? [] : [message]));
  return { ws, heard, texts, say, ended };
}
const bearer = ({ token }: ApiClient) => ({ authorization: `Bearer ${token}` });
const newTicket = async () => (await customer.post('/tickets/', newRequest())).body.id!;

it('carries a conversation between two processes, and hands the agent the next one', async () => {
  const [first, second] = [await newTicket(), await newTicket()];
  const assigned = async (id: string) => (await agent.get(`/tickets/${id}/`)).body.assigned_agent;
  await expect.poll(() => assigned(first)).toBe(agent.actor.id);

  const his = open(front, first);
  his.say({ token: customer.token });
  await expect.poll(his.texts).toEqual(['It says E-50.']);
  his.say({ message: 'Still there?' });
  const hers = open(back, first, bearer(agent));
  await expect.poll(hers.texts).toEqual(['It says E-50.', 'Still there?']);
  await agent.post(`/tickets/${first}/messages/`, { body: 'A note', is_internal: true });
  hers.say({ message: 'I am here.' });
  await expect.poll(his.texts).toEqual(['It says E-50.', 'Still there?', 'I am here.']);
  expect(his.heard.at(-1)).toMatchObject({ author: { name: agent.actor.name }, is_staff: true });
  expect(his.heard[0]).toMatchObject({ is_staff: false, id: expect.any(String) });

  his.say({ message: 'Bye', close_chat: true });
  await expect.poll(() => his.heard.at(-1)).toMatchObject({ error: { code: 'forbidden' } });
  expect(await assigned(second)).toBeNull();
  hers.say({ message: 'Closing chat', close_chat: true });
  await expect.poll(() => hers.heard).toContainEqual({ closed: true, next: second });
  await expect.poll(his.texts).toContain('Closing chat');
  expect((await agent.get(`/tickets/${first}/`)).body.status).toBe('RESOLVED');
  expect(hers.texts()).not.toContain('A note');
  hers.say({ message: 'One more', close_chat: true });
  await expect.poll(() => hers.heard.filter(({ closed }) => closed).length).toBe(2);
});

describe('who may', () => {
  it('ends the line of who may not, with the status that the API has', async () => {
    const id = await newTicket();
    const stranger = await apiClient(front.url, await addActor('customer'));
    const tried = (ref: string, headers?: Record<string, string>, hello?: unknown) => {
      const plain = open(front, ref, headers);
      if (hello !== undefined) plain.say(hello);
      return plain.ended;
    };
    expect(
      await Promise.all([
        tried(id, bearer(stranger)),
        tried('999999999', bearer(customer)),
        tried(id, { authorization: 'Bearer x.y.z' }),
        tried(id, { authorization: 'Basic eDp5' }),
        tried(id, {}, { token: 'x.y.z' }),
        tried(id, {}, { message: 'hello' }),
        tried(id, {}, '{'),
        tried('staff', bearer(customer)),
        tried(id, { ...bearer(customer), origin: 'https://evil.example' }),
      ]),
    ).toEqual([4404, 4404, 4401, 4401, 4401, 4422, 4400, 404, 403]);
  });

  it('is not for visitors of a website, not for their own conversation either', async () => {
    const widget = `${front.url}/api/widget`;
    const asked = async (path: string, body: object, token?: string) => {
      const headers = {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      };
      const answer = await fetch(widget + path, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await answer.json()) as { token: string; conversation: { id: string } };
    };
    const key = `w_${newId()}`;
    await sql.query("INSERT INTO widget (id, key, name, nonce) VALUES ($1, $2, 'Shop', 'x')", [newId(), key]);
    const { token } = await asked(`/${key}/visitors/`, {});
    const { conversation } = await asked('/conversations/', { body: 'Is it blue?' }, token);
    expect(token).toMatch(/^sbv_/);
    const lines = [conversation.id, await newTicket()].flatMap((id) => [
      open(front, id, { authorization: `Bearer ${token}` }),
      open(front, id),
    ]);
    for (const line of lines) line.say({ token });
    expect(await Promise.all(lines.map(({ ended }) => ended))).toEqual([4401, 4401, 4401, 4401]);
    expect(lines.flatMap((line) => line.texts())).toEqual([]);
    // nor is a visitor's conversation for a customer who is not he
    expect(await open(front, conversation.id, bearer(customer)).ended).toBe(4404);
  });

  it('ends the line with the login', async () => {
    const leaving = await apiClient(front.url, await addActor('customer'));
    const { id } = (await leaving.post('/tickets/', newRequest())).body;
    const plain = open(front, id!, bearer(leaving));
    await expect.poll(plain.texts).toHaveLength(1);
    await leaving.delete(`/me/sessions/${leaving.actor.sessionId}/`);
    expect(await plain.ended).toBe(4401);
  });
});

describe('bad input', () => {
  it('answers what it does not understand with an error, and goes on', async () => {
    const plain = open(front, await newTicket(), bearer(customer));
    await expect.poll(plain.texts).toHaveLength(1);
    const bad = ['', '{', 'null', '[]', '1', '"x"', '{}', '{"message":1}', '{"message":" "}'];
    const worse = [
      '{"message":"x","room":"staff"}',
      '{"message":"x","close_chat":"yes"}',
      '{"message":"\\u0000"}',
      `{"message":"${'x'.repeat(50_001)}"}`,
      `${'['.repeat(10_000)}1${']'.repeat(10_000)}`,
    ];
    // two seconds of what one may say in one
    for (const text of bad) plain.say(text);
    await expect.poll(() => plain.heard).toHaveLength(1 + bad.length);
    for (const text of worse) plain.say(text);
    await expect.poll(() => plain.heard).toHaveLength(1 + bad.length + worse.length);
    for (const { error } of plain.heard.slice(1))
      expect((error as { code: string }).code).toMatch(/^(bad_json|validation_failed)$/);
    for (let n = 0; n < 60; n += 1) plain.say({ message: `${n}` });
    await expect
      .poll(() => plain.heard.some(({ error }) => JSON.stringify(error)?.includes('rate_limited')))
      .toBe(true);
    expect(plain.ws.readyState).toBe(plain.ws.OPEN);
  });

  it.each<[string, string | Buffer, number]>([
    ['binary', Buffer.from('{}'), 1003],
    ['300 KB', `{"message":"${'x'.repeat(300_000)}"}`, 1009],
  ])('ends the line at %s', async (_, data, code) => {
    const plain = open(front, await newTicket(), bearer(customer));
    await expect.poll(plain.texts).toHaveLength(1);
    plain.ws.send(data);
    expect(await plain.ended).toBe(code);
  });

  it('has no more lines for a person than his screens have', async () => {
    const greedy = await apiClient(front.url, await addActor('customer'));
    const { id } = (await greedy.post('/tickets/', newRequest())).body;
    const ends: number[] = [];
    for (let n = 0; n < 12; n += 1)
      void open(front, id!, bearer(greedy)).ended.then((code) => ends.push(code));
    await expect.poll(() => ends, { timeout: 10_000 }).toEqual([4429, 4429]);
  }, 20_000);

  it('ends the line of who does not say within five seconds who he is', async () => {
    expect(await silent).toBe(4401);
  }, 10_000);
});
