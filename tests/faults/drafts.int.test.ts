import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePool } from '@/lib/db/pool';
import { sql } from '@/lib/db/transaction';
import type { DraftSignal } from '@/lib/realtime/protocol';
import type { DraftDto } from '@/lib/schemas/ai';
import { testEnvironment } from '../environment';
import { type ApiClient, addActor, apiClient, fileTicket } from '../factories';
import { type FakeGemini, startFakeGemini } from '../fake-gemini';
import { connectLive, type LiveClient } from '../live-client';
import { startWeb, startWorker, type TestProcess, type WebProcess } from '../processes';

/** Drafts through real processes: the worker writes, the web process waits, the socket tells; and a worker dies. */
const KEY = 'canary-key-of-the-worker';
let fake: FakeGemini;
let web: WebProcess;
let worker: TestProcess;
let agent: ApiClient;
let live: LiveClient;
let ticketId: string;

const environment = () =>
  testEnvironment({
    GEMINI_API_KEY: KEY,
    GEMINI_BASE_URL: fake.url,
    AI_TIMEOUT_SECONDS: '15',
    LOG_LEVEL: 'debug',
  });
beforeAll(async () => {
  fake = await startFakeGemini();
  [web, worker] = await Promise.all([startWeb(environment()), startWorker(environment())]);
  agent = await apiClient(web.url, await addActor('agent'));
  live = await connectLive(web.url, agent);
  ticketId = (await fileTicket(await addActor('customer'), { description: 'The printer shows error 123.' }))
    .id;
});
afterAll(async () => {
  live?.close();
  await Promise.all([web?.stop(), worker?.stop()]);
  await fake.close();
  await closePool();
});

const path = () => `/tickets/${ticketId}/ai-draft/`;
const newestId = async () =>
  (await sql.query<{ id: string }>('SELECT id FROM ai_draft ORDER BY created_at DESC LIMIT 1')).rows[0]?.id;
const signals = () =>
  live.heard.filter(({ name }) => name === 'draft').map(({ data }) => data as DraftSignal);

test('written by the worker, waited for at the web process, told to the one who asked', async () => {
  const bystander = await connectLive(web.url, await apiClient(web.url, await addActor('agent')));
  const answer = await agent.post(path(), {});
  const draft = answer.body as unknown as DraftDto;
  expect([answer.status, draft.provider, draft.sentences.length]).toEqual([200, 'gemini', 4]);
  await expect.poll(() => signals().at(-1)).toMatchObject({ draft_id: draft.id, done: true });
  expect(
    signals()
      .map(({ delta }) => delta ?? '')
      .join(''),
  ).toBe(draft.text);
  expect(bystander.heard.filter(({ name }) => name === 'draft')).toEqual([]);
  bystander.close();
});

/** A draft that the provider never answers, once the worker has asked for it. */
async function askInVain() {
  fake.mood = 'silent';
  fake.requests.length = 0;
  const asked = agent.post(path(), {});
  await expect.poll(() => fake.requests.length, { timeout: 10_000 }).toBe(1);
  return { asked, id: (await newestId())!, request: fake.requests[0]! };
}

test('cancelled at the web process: the worker hangs up on the provider at once', async () => {
  const { asked, id, request } = await askInVain();
  expect((await agent.delete(`${path()}${id}/`)).status).toBe(204);
  await expect.poll(() => request.aborted, { timeout: 3_000 }).toBe(true);
  expect((await asked).body.error?.code).toBe('draft_cancelled');
});

test('a worker that is killed leaves nothing under way, and nobody heard the key', async () => {
  const { asked, id } = await askInVain();
  await worker.kill('SIGKILL');
  const logs = worker.logs();
  // its time is over sooner than the test would wait
  await sql.query("UPDATE ai_draft SET deadline_at = now() - interval '1 minute' WHERE id = $1", [id]);
  worker = await startWorker(environment());
  const answer = await asked;
  expect([answer.status, answer.body.error?.code]).toEqual([503, 'ai_interrupted']);
  expect((await agent.get(`${path()}${id}/`)).body.status).toBe('failed');
  expect(`${logs}${worker.logs()}${web.logs()}`).not.toContain(KEY);
});
