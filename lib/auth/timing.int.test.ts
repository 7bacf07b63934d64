import { beforeAll, expect, test } from 'vitest';
import { makePerson, PASSWORD, send } from '@/tests/identity';

/**
 * Does the time of an answer tell whether an address is known (spec/reliability.md C07, C09, B60)? Both kinds are asked
 * in turn, so that a busy machine is busy for both, and again until the answer is clear. A missing hash would show as a
 * factor of five and more, however often is asked.
 */
const AT_LEAST = 15;
const AT_MOST = 100;
let known = '';

beforeAll(async () => {
  known = (await makePerson({ password: PASSWORD })).email!;
});

const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!;

/** A known address takes between `least` and `most` times as long as one that is not. */
async function expectRatio(
  [least, most]: [number, number],
  ask: (email: string) => Promise<unknown>,
): Promise<void> {
  const times: [number[], number[]] = [[], []];
  const found = () => median(times[0]) / median(times[1]);
  const clear = () => found() > least && found() < most;
  for (let i = 0; i < AT_MOST && !(i >= AT_LEAST && clear()); i++) {
    for (const [which, email] of [known, `unknown${i}@example.test`].entries()) {
      const started = performance.now();
      await ask(email);
      times[which as 0 | 1].push(performance.now() - started);
    }
  }
  expect(found()).toBeGreaterThan(least);
  expect(found()).toBeLessThan(most);
}

test('a wrong password takes as long for an unknown address', async () => {
  await expectRatio([0.75, 1.33], (email) =>
    send('POST', '/auth/token/', { body: { email, password: 'wrong password' } }),
  );
});

test('a code takes as long for an unknown address', async () => {
  await expectRatio([0.6, 1.7], (email) => send('POST', '/auth/request-otp/', { body: { email } }));
});

test('registering with a bad token takes as long for an unknown address', async () => {
  const rest = { password: PASSWORD, name: 'X', verification_token: 'x' };
  await expectRatio([0.75, 1.33], (email) => send('POST', '/auth/register/', { body: { email, ...rest } }));
});
