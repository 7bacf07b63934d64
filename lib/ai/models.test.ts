import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FakeGemini, type GeminiMood, RETRY_AFTER, startFakeGemini } from '@/tests/fake-gemini';
import { type FakeOpenAi, startFakeOpenAi } from '@/tests/fake-openai';
import { answerSchema } from '../rules/draft-prompt';
import { gemini } from './gemini';
import { failureOf, type Model, type ModelFailed, type ModelRequest } from './model';
import { openai } from './openai';
import { costOf } from './prices';

const KEY = 'canary-key-of-the-model';
const ask = (model: Model, more: Partial<ModelRequest> = {}) =>
  model({
    system: 'You help.',
    user: '<message id="m1">\nThe printer\n</message>',
    schema: answerSchema('reply'),
    signal: AbortSignal.timeout(5_000),
    onText: () => {},
    ...more,
  });
const failed = (answer: Promise<unknown>): Promise<ModelFailed> =>
  answer.then(
    () => Promise.reject(new Error('it answered')),
    (error: ModelFailed) => error,
  );

describe('Gemini', () => {
  let fake: FakeGemini;
  let model: Model;
  beforeAll(async () => {
    fake = await startFakeGemini();
    model = gemini({ key: KEY, baseUrl: `${fake.url}/`, model: 'gemini-test' });
  });
  afterAll(() => fake.close());
  beforeEach(() => {
    fake.mood = 'good';
    fake.requests.length = 0;
  });

  test('an answer comes in pieces, with its tokens; no tools are offered and the key is in a header alone', async () => {
    const seen: string[] = [];
    const answer = await ask(model, { onText: (text) => seen.push(text) });
    expect(JSON.parse(answer.text).sentences).toHaveLength(4);
    expect(answer).toMatchObject({ tokensIn: 700, tokensOut: 90 });
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.every((text) => answer.text.startsWith(text))).toBe(true);
    const [request] = fake.requests;
    expect(request!.path).toBe('/v1beta/models/gemini-test:streamGenerateContent?alt=sse');
    expect(request!.headers['x-goog-api-key']).toBe(KEY);
    expect(JSON.stringify(request!.body)).not.toContain(KEY);
    expect(request!.body.tools).toBeUndefined();
  });

  test.each<[GeminiMood, string, number | null]>([
    ['rate_limited', 'ai_rate_limited', RETRY_AFTER],
    ['down', 'ai_unavailable', null],
    ['bad_key', 'ai_misconfigured', null],
    ['garbage', 'ai_bad_response', null],
    ['bad_utf8', 'ai_bad_response', null],
    ['huge', 'ai_bad_response', null],
    ['endless', 'ai_bad_response', null],
    ['cut_off', 'ai_bad_response', null],
    ['blocked', 'ai_blocked', null],
    ['safety', 'ai_blocked', null],
  ])('%s: %s, asked once', async (mood, code, retryAfter) => {
    fake.mood = mood;
    const error = await failed(ask(model));
    expect(error).toMatchObject({ name: 'ModelFailed', code, retryAfter });
    expect(`${error.message}${error.stack}`).not.toContain(KEY);
    expect(fake.requests).toHaveLength(1);
  });

  test('nothing in the answer is an empty text', async () => {
    fake.mood = 'empty';
    expect((await ask(model)).text).toBe('');
  });

  test('who calls it off is heard at once', async () => {
    fake.mood = 'silent';
    const stop = new AbortController();
    const answer = failed(ask(model, { signal: stop.signal }));
    await expect.poll(() => fake.requests.length).toBe(1);
    stop.abort(new Error('enough'));
    expect((await answer).message).toBe('enough');
    await expect.poll(() => fake.requests[0]!.aborted).toBe(true);
  });

  test('nobody there', async () => {
    const nobody = gemini({ key: KEY, baseUrl: 'http://127.0.0.1:1', model: 'x' });
    expect((await failed(ask(nobody))).code).toBe('ai_unavailable');
  });
});

describe('a server that speaks the OpenAI protocol', () => {
  let fake: FakeOpenAi;
  beforeAll(async () => {
    fake = await startFakeOpenAi();
  });
  afterAll(() => fake.close());

  test('an answer comes in pieces, with its tokens', async () => {
    fake.answer = { sentences: [{ text: 'Hello', sources: [] }], missing: [] };
    const seen: string[] = [];
    const local = openai({ baseUrl: fake.url, model: 'local' });
    const answer = await ask(local, { onText: (text) => seen.push(text) });
    expect(JSON.parse(answer.text)).toEqual(fake.answer);
    expect(answer).toMatchObject({ tokensIn: 500, tokensOut: 40 });
    expect(seen.length).toBeGreaterThan(0);
    expect(fake.requests.at(-1)).toMatchObject({ path: '/v1/chat/completions', authorization: undefined });
    expect(fake.requests.at(-1)!.body.tools).toBeUndefined();
  });

  test.each([
    [429, 'ai_rate_limited', 3],
    [503, 'ai_unavailable', 3],
    [401, 'ai_misconfigured', null],
  ])('%i: %s', async (status, code, retryAfter) => {
    fake.status = status;
    const error = await failed(ask(openai({ key: KEY, baseUrl: fake.url, model: 'local' })));
    expect(error).toMatchObject({ code, retryAfter });
    expect(fake.requests.at(-1)!.authorization).toBe(`Bearer ${KEY}`);
  });
});

test.each([
  [429, null, 20],
  [429, '30', 30],
  [429, '99999999', 3_600],
  [429, '-5', 20],
  [429, 'soon', 20],
  [503, null, null],
])('status %i with Retry-After %s: wait %s', (status, header, wait) => {
  expect(failureOf(status, header).retryAfter).toBe(wait);
});

test('cost: known models by their price, unknown ones not at all', () => {
  expect(costOf('gemini-2.5-flash', 1_000, 100)).toBe(550);
  expect(costOf('some-local-model', 1_000, 100)).toBeNull();
  expect(costOf('constructor', 1, 1)).toBeNull();
  expect(costOf('gemini-2.5-flash', null, 100)).toBeNull();
});
