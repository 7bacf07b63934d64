import { beforeAll, expect, test } from 'vitest';
import { makePerson, PASSWORD, send } from '@/tests/identity';

/**
 * Does the time of an answer tell whether an address is known (spec/reliability.md C07, C09, B60)? Both kinds are asked
 * in turn, so that a busy machine is busy for both. A missing hash would show as a factor of five and more.
 */
const SAMPLES = 100;
let known = '';

beforeAll(async () => {
  known = (await makePerson({ password: PASSWORD })).email!;
});

const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!;

async function ratio(ask: (email: string) => Promise<unknown>): Promise<number> {
  const times: [number[], number[]] = [[], []];
  for (let i = 0; i < SAMPLES * 2; i++) {
    const which = i % 2;
    const email = which === 0 ? known : `unknown${i}@example.test`;
    const started = performance.now();
    await ask(email);
    times[which as 0 | 1].push(performance.now() - started);
  }
  return median(times[0]) / median(times[1]);
}

test('a wrong password takes as long for an unknown address', async () => {
  const found = await ratio((email) =>
    send('POST', '/auth/token/', { body: { email, password: 'wrong password' } }),
  );
  expect(found).toBeGreaterThan(0.75);
  expect(found).toBeLessThan(1.33);
});

test('a code takes as long for an unknown address', async () => {
  const found = await ratio((email) => send('POST', '/auth/request-otp/', { body: { email } }));
  expect(found).toBeGreaterThan(0.6);
  expect(found).toBeLessThan(1.7);
});

test('registering with a bad token takes as long for an unknown address', async () => {
  const rest = { password: PASSWORD, name: 'X', verification_token: 'x' };
  const found = await ratio((email) => send('POST', '/auth/register/', { body: { email, ...rest } }));
  expect(found).toBeGreaterThan(0.75);
  expect(found).toBeLessThan(1.33);
});
