import { expect, it } from 'vitest';
import { shared } from './shared';

it('runs once for who asks alone, and once more for all who ask meanwhile', async () => {
  const runs: (() => void)[] = [];
  const ask = shared(() => new Promise((resolve) => runs.push(resolve)));
  const first = ask();
  const others = [ask(), ask(), ask()];
  expect(runs).toHaveLength(1);
  runs[0]!();
  await first;
  await expect.poll(() => runs.length).toBe(2);
  runs[1]!();
  await Promise.all(others);
  expect(runs).toHaveLength(2);
});

it('a run that fails is told to who asked for it, and the next one runs', async () => {
  let n = 0;
  const ask = shared(async () => {
    if (n++ === 0) throw new Error('lost');
  });
  const first = ask();
  const second = ask();
  await expect(first).rejects.toThrow('lost');
  await second;
  expect(n).toBe(2);
});
