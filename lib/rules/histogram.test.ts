import { expect, test } from 'vitest';
import { addHistogram, HISTOGRAM_BASE, HISTOGRAM_ERROR, type Histogram, percentileOf } from './histogram';

const binOf = (seconds: number) =>
  seconds <= 0 ? -1 : Math.floor(Math.log(seconds) / Math.log(HISTOGRAM_BASE));

/** As PostgreSQL writes it. */
function stored(values: readonly number[]): Uint8Array {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(binOf(value), (counts.get(binOf(value)) ?? 0) + 1);
  const buffer = Buffer.alloc(counts.size * 6);
  [...counts].forEach(([bin, count], index) => {
    buffer.writeInt16BE(bin, index * 6);
    buffer.writeInt32BE(count, index * 6 + 2);
  });
  return buffer;
}

test('percentiles of summed histograms are within the error that is told', () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const values = Array.from({ length: 30_000 }, () => Math.round(Math.exp(random() * 16)));
  const histogram: Histogram = new Map();
  for (let at = 0; at < values.length; at += 1_000)
    addHistogram(histogram, stored(values.slice(at, at + 1_000)));
  const sorted = [...values].sort((a, b) => a - b);
  for (const share of [0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1]) {
    const exact = sorted[Math.floor(share * (sorted.length - 1))]!;
    const told = percentileOf(histogram, share)!;
    // below half a minute the rounding to whole seconds is coarser than the bins
    expect(Math.abs(told - exact)).toBeLessThanOrEqual(Math.max(0.5, exact * HISTOGRAM_ERROR));
  }
});

test('nothing has no percentile; zero is zero', () => {
  expect(percentileOf(new Map(), 0.5)).toBeNull();
  const histogram: Histogram = new Map();
  addHistogram(histogram, null);
  addHistogram(histogram, stored([0, 0, 0]));
  expect(percentileOf(histogram, 0.9)).toBe(0);
});
