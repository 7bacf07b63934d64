import { Redis } from 'ioredis';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '@/lib/clock';
import { sendTestMail } from '@/lib/commands/send-test-mail';
import { sql } from '@/lib/db/transaction';
import { env } from '@/lib/env';
import german from '@/messages/de/system.json';
import english from '@/messages/en/system.json';
import { addActor } from '@/tests/factories';
import { startRedis } from '@/tests/redis';
import type { Check } from './check';
import { checkAll } from './check-all';
import { checkMail, checkMailServer } from './check-mail';
import { checkRedis } from './check-redis';
import { checkEvents, checkProcesses } from './check-work';

/** Each finding as it is made by what is really so, and the words that stand for it. */
const finding = ({ part, state, says }: Check) => `${part} ${state} ${says}`;

function hasWords(check: Check): void {
  for (const messages of [english, german]) {
    const says = messages.says as Record<string, Record<string, string>>;
    const mend = messages.mend as Record<string, Record<string, string>>;
    expect(says[check.part]?.[check.says], finding(check)).toBeDefined();
    if (check.state !== 'ok')
      expect(mend[check.part]?.[check.says], `what to do: ${finding(check)}`).toBeDefined();
  }
}

test('a quiet house is well, but for what does not run in a test', async () => {
  const { checks, queues } = await checkAll(env());
  expect(checks.filter(({ state }) => state !== 'ok').map(finding)).toEqual(['processes warn stopped']);
  expect(queues.map(({ name }) => name)).toContain('mail');
  checks.forEach(hasWords);
});

test('servers that are away are told, and the rest all the same', async () => {
  const { checks } = await checkAll({
    ...env(),
    SMTP_URL: 'smtp://127.0.0.1:1',
    REDIS_URL: 'redis://127.0.0.1:1',
  });
  const bad = checks.filter(({ state }) => state === 'bad').map(finding);
  expect(bad).toEqual(['redis bad failed', 'mail_server bad refused']);
  checks.forEach(hasWords);
});

describe('work', () => {
  test.each([
    [[], 'warn stopped'],
    [['web'], 'bad no_worker'],
    [['worker'], 'bad no_web'],
    [['web', 'worker'], 'ok ok'],
  ])('processes %j: %s', async (kinds, expected) => {
    await sql.query('DELETE FROM heartbeat');
    for (const kind of kinds)
      await sql.query('INSERT INTO heartbeat (process, kind) VALUES ($1, $1)', [kind]);
    const check = await checkProcesses();
    expect(finding(check)).toBe(`processes ${expected}`);
    hasWords(check);
  });

  test.each([
    ['2 seconds', 'ok ok'],
    ['20 seconds', 'warn late'],
    ['2 minutes', 'bad late'],
  ])('an event that waits for %s: %s', async (age, expected) => {
    await sql.query(
      `INSERT INTO event (id, type, created_at) VALUES ($1, 'person.changed', now() - $2::interval)`,
      [newId(), age],
    );
    const check = await checkEvents();
    await sql.query('UPDATE event SET published_at = now() WHERE published_at IS NULL');
    expect(finding(check)).toBe(`events ${expected}`);
    hasWords(check);
  });
});

describe('mail', () => {
  beforeEach(async () => {
    await sql.query('DELETE FROM outbound_mail');
    await sendTestMail(await addActor('admin'));
  });

  test.each([
    [`state = 'sent', attempts = 1`, 'ok ok'],
    [`state = 'deferred', attempts = 1`, 'warn deferred'],
    [`state = 'failed', attempts = 1`, 'warn has_failed'],
  ])('a mail that is %s: %s', async (change, expected) => {
    await sql.query(`UPDATE outbound_mail SET ${change}`);
    const check = await checkMail();
    expect(finding(check)).toBe(`mail ${expected}`);
    hasWords(check);
  });

  test('a server that does not let us in stops all mail, and says why', async () => {
    const pause = JSON.stringify({ until: new Date(Date.now() + 60_000), reason: '535 wrong password' });
    await sql.query(`INSERT INTO setting (key, value) VALUES ('mail_out_pause', $1)`, [pause]);
    const check = await checkMail();
    await sql.query(`DELETE FROM setting WHERE key = 'mail_out_pause'`);
    expect(finding(check)).toBe('mail bad paused');
    expect(check.facts.reason).toBe('535 wrong password');
    hasWords(check);
  });

  test('what the check says of a server never holds its password', async () => {
    const check = await checkMailServer({ ...env(), SMTP_URL: 'smtp://user:hush-hush@127.0.0.1:1' });
    expect(finding(check)).toBe('mail_server bad refused');
    expect(JSON.stringify(check)).not.toContain('hush-hush');
  });
});

test('a Redis that throws jobs away, or forgets them, is a warning; one that does neither is well', async () => {
  const server = await startRedis();
  const redis = new Redis(server.url);
  try {
    const found = async () => (await checkRedis({ REDIS_URL: server.url })).map(finding);
    expect(await found()).toEqual(['redis warn no_file']);
    await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
    expect(await found()).toEqual(['redis warn evicts', 'redis warn no_file']);
    await redis.config('SET', 'maxmemory-policy', 'noeviction');
    await redis.config('SET', 'appendonly', 'yes');
    expect(await found()).toEqual(['redis ok ok']);
  } finally {
    redis.disconnect();
    await server.remove();
  }
});
