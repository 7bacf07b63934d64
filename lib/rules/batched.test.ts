import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { batched } from './batched';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs soon after the first ask, and under a steady stream once in a pause', () => {
  const run = vi.fn();
  const { ask, stop } = batched(run, { wait: 100, pause: 3_000 });
  ask();
  ask();
  vi.advanceTimersByTime(99);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledTimes(1);
  for (let second = 0; second < 50; second++) {
    ask();
    vi.advanceTimersByTime(100);
  }
  expect(run).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(3_000);
  expect(run).toHaveBeenCalledTimes(3);
  ask();
  stop();
  vi.advanceTimersByTime(10_000);
  expect(run).toHaveBeenCalledTimes(3);
});
