import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { EnvError, envSchema, parseEnv } from './env';

const least = {
  DATABASE_URL: 'postgres://localhost/switchboard',
  AUTH_SECRET: 'abcdef01'.repeat(4),
};
/** What the table of a refused environment says. */
function refusal(given: Record<string, string | undefined>): string {
  try {
    parseEnv(given);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  return '';
}

describe('the least that is needed', () => {
  test('gives the contract’s defaults', () => {
    expect(parseEnv(least)).toMatchObject({
      NODE_ENV: 'production',
      PORT: 3000,
      HOST: '127.0.0.1',
      APP_URL: 'http://localhost:3000',
      DATA_DIR: path.resolve('.data'),
      MAX_CALL_TASKS: 3,
      MAX_OTHER_TASKS: 4,
      TRUST_PROXY: 0,
      RATE_LIMIT_SCALE: 1,
      DEMO: false,
    });
  });

  test('an empty value counts as none', () => {
    const empty = Object.fromEntries(Object.keys(envSchema.shape).map((name) => [name, '']));
    expect(parseEnv({ ...empty, ...least })).toEqual(parseEnv(least));
  });

  test('APP_URL follows PORT, and loses its slash', () => {
    expect(parseEnv({ ...least, PORT: '8080' }).APP_URL).toBe('http://localhost:8080');
    expect(parseEnv({ ...least, APP_URL: 'https://help.example.org/' }).APP_URL).toBe(
      'https://help.example.org',
    );
  });

  test('variables that are not ours are ignored', () => {
    expect(parseEnv({ ...least, HOME: '/root', npm_config_x: '1' })).toEqual(parseEnv(least));
  });
});

// spec/reliability.md C48, C11
describe('refused at boot', () => {
  test.each<[string, string | undefined]>([
    ['DATABASE_URL', undefined],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_URL', 'localhost:5432'],
    ['AUTH_SECRET', undefined],
    ['AUTH_SECRET', 'abcdef01'.repeat(4).slice(1)],
    ['AUTH_SECRET', 'x'.repeat(64)],
    ['APP_URL', 'localhost:3000'],
    ['APP_URL', 'javascript:alert(1)'],
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['REDIS_URL', 'http://localhost'],
    ['SMTP_URL', 'localhost:25'],
    ['METRICS_TOKEN', 'short'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '11'],
    ['MAX_CALL_TASKS', '-1'],
    ['MAX_OTHER_TASKS', '1001'],
    ['MAX_OTHER_TASKS', '1.5'],
    ['RATE_LIMIT_SCALE', '0'],
    ['DEMO', 'yes'],
    ['DEMO_PASSWORD', 'short'],
    ['LEASE_SECONDS', '0'],
    ['MAIL_RETRY_SECONDS', '60,'],
    ['NODE_ENV', 'staging'],
    ['LOG_LEVEL', 'verbose'],
  ])('%s=%s is named', (name, value) => {
    expect(refusal({ ...least, [name]: value })).toContain(`\n  ${name} `);
  });

  test('the table names all that is wrong at once, and shows no value', () => {
    const secret = 'too-short-secret';
    const table = refusal({ AUTH_SECRET: secret, PORT: 'abc', DATABASE_URL: 'mysql://user:hush@localhost' });
    for (const name of ['DATABASE_URL', 'AUTH_SECRET', 'PORT']) expect(table).toContain(name);
    for (const hidden of [secret, 'hush']) expect(table).not.toContain(hidden);
    expect(table).toContain('.env.example');
  });
});
