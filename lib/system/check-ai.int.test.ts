import { createTranslator } from 'next-intl';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '@/lib/clock';
import { sql } from '@/lib/db/transaction';
import { type Env, env } from '@/lib/env';
import german from '@/messages/de/system.json';
import english from '@/messages/en/system.json';
import { addActor, fileTicket } from '@/tests/factories';
import { type FakeGemini, type GeminiMood, startFakeGemini } from '@/tests/fake-gemini';
import { type FakeOpenAi, startFakeOpenAi } from '@/tests/fake-openai';
import type { Check } from './check';
import { checkAi } from './check-ai';

/** What the check finds of real servers and a real ledger, and that it can be said in both languages. */
const KEY = 'canary-key-of-the-model';
let gemini: FakeGemini;
let openai: FakeOpenAi;
let ticketId: string;
let personId: string;
const withGemini = (): Env => ({
  ...env(),
  GEMINI_API_KEY: KEY,
  GEMINI_BASE_URL: gemini.url,
  GEMINI_MODEL: 'gemini-test',
});
const withOpenAi = (): Env => ({ ...env(), OPENAI_BASE_URL: openai.url, OPENAI_MODEL: 'local' });

beforeAll(async () => {
  [gemini, openai] = await Promise.all([startFakeGemini(), startFakeOpenAi()]);
  const customer = await addActor('customer');
  personId = customer.id;
  ticketId = (await fileTicket(customer)).id;
});
afterAll(() => Promise.all([gemini.close(), openai.close()]));
beforeEach(async () => {
  gemini.mood = 'good';
  openai.status = 200;
  await sql.query('DELETE FROM ai_draft');
});

/** A draft of so many minutes ago: `done`, or why it failed. */
const drafted = (end: string, minutes: number, model = 'gemini-test') =>
  sql.query(
    `INSERT INTO ai_draft (id, ticket_id, person_id, kind, status, error, provider, model, deadline_at, created_at, finished_at)
     SELECT $1, $2, $3, 'reply', CASE $4 WHEN 'done' THEN 'done' ELSE 'failed' END, nullif($4, 'done'),
       CASE $6 WHEN 'local' THEN 'openai' ELSE 'gemini' END, $6, at, at, at
     FROM (SELECT now() - make_interval(mins => $5) AS at) t`,
    [newId(), ticketId, personId, end, minutes, model],
  );

/** State and sentence of a finding, which must have words in every language. */
function told(check: Check): string {
  for (const [locale, messages] of Object.entries({ de: german, en: english })) {
    const onError = (error: Error) => expect.fail(error.message);
    const t = createTranslator({ locale, messages: messages as typeof english, onError });
    const parts = [`says.ai.${check.says}`, ...(check.state === 'ok' ? [] : [`mend.ai.${check.says}`])];
    for (const key of parts) expect(t(key as 'says.ai.none', check.facts)).not.toMatch(/[{}]|undefined/);
  }
  expect(JSON.stringify(check)).not.toContain(KEY);
  return `${check.state} ${check.says}`;
}

test('no model is a fine state, said as what it is', async () => {
  await drafted('ai_misconfigured', 1);
  expect(told(await checkAi(env()))).toBe('ok none');
});

describe('what Gemini says when it is greeted', () => {
  test.each<[GeminiMood, string]>([
    ['good', 'ok ok'],
    ['bad_key', 'bad refused'],
    ['garbage', 'bad refused'],
    ['rate_limited', 'warn rate_limited'],
    ['down', 'bad unreachable'],
  ])('%s: %s', async (mood, expected) => {
    await drafted('done', 3);
    gemini.mood = mood;
    expect(told(await checkAi(withGemini()))).toBe(expected);
  });

  test('it is asked about the model alone, with the key in a header, and nothing is generated', async () => {
    gemini.greetings.length = 0;
    await checkAi(withGemini());
    expect(gemini.greetings).toMatchObject([
      { path: '/v1beta/models/gemini-test', headers: { 'x-goog-api-key': KEY } },
    ]);
    expect(gemini.requests).toEqual([]);
  });

  test('nobody there, and one who never answers, are waited for a few seconds at most', async () => {
    const away = await checkAi({ ...withGemini(), GEMINI_BASE_URL: 'http://127.0.0.1:1' });
    expect(told(away)).toBe('bad unreachable');
    gemini.mood = 'silent';
    const began = performance.now();
    expect(told(await checkAi(withGemini()))).toBe('bad unreachable');
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('what the ledger says', () => {
  test.each<[string, [end: string, minutes: number, model?: string][], string, Check['facts']]>([
    ['nothing yet', [], 'ok unused', { failures: 0 }],
    ['one that came', [['done', 125]], 'ok ok', { ago: 2, unit: 'hour', failures: 0 }],
    [
      'failed, then came',
      [
        ['ai_unavailable', 9],
        ['done', 5],
      ],
      'ok ok',
      { ago: 5, unit: 'minute', failures: 1 },
    ],
    [
      'came, then failed twice',
      [
        ['done', 50],
        ['ai_rate_limited', 9],
        ['draft_timeout', 4],
      ],
      'warn failing',
      { error: 'draft_timeout', failures: 2, ago: 4, unit: 'minute' },
    ],
    ['a key that was wrong', [['ai_misconfigured', 1]], 'warn failing', { error: 'ai_misconfigured' }],
    [
      'failed long ago, and we are let in now',
      [
        ['done', 9_000],
        ['ai_misconfigured', 90],
      ],
      'ok ok',
      { ago: 6, unit: 'day' },
    ],
    ['refused to speak of one ticket', [['ai_blocked', 1]], 'ok unused', {}],
    [
      'another model failed',
      [
        ['done', 5],
        ['ai_misconfigured', 1, 'gemini-old'],
      ],
      'ok ok',
      { failures: 0 },
    ],
  ])('%s: %s', async (_what, drafts, expected, facts) => {
    for (const draft of drafts) await drafted(...draft);
    const check = await checkAi(withGemini());
    expect(told(check)).toBe(expected);
    expect(check.facts).toMatchObject({ provider: 'gemini', model: 'gemini-test', ...facts });
  });
});

describe('an OpenAI-compatible server', () => {
  test.each([
    [200, 'ok', 'ok unused'],
    [401, undefined, 'bad refused'],
    [404, 'unknown', 'ok unused'],
  ])('%i to its list of models', async (status, greeting, expected) => {
    openai.status = status;
    const check = await checkAi(withOpenAi());
    expect(told(check)).toBe(expected);
    expect(check.facts.greeting).toBe(greeting);
  });

  test('one without a list is judged by its last draft, however old', async () => {
    openai.status = 404;
    await drafted('ai_bad_response', 300, 'local');
    expect(told(await checkAi(withOpenAi()))).toBe('warn failing');
  });
});
