/**
 * Log-spaced histograms: how medians of a million tickets are told without looking at a million tickets.
 *
 * Bin `k` holds what lies from 1.04^k up to 1.04^(k+1) seconds and stands for the geometric middle, so that a
 * percentile is off by at most √1.04 − 1 = 1.98 %. Bin −1 holds zero. Histograms of days add up; days and dimensions
 * are stored as pairs of bin (int2) and count (int4), written by PostgreSQL (`lib/db/sql/fact-sums.ts`).
 */
export const HISTOGRAM_BASE = 1.04;
/** Largest relative error of a percentile, as it is told beside the number. */
export const HISTOGRAM_ERROR = 0.02;
/** Up to so many tickets percentiles are taken from the tickets themselves, and are exact. */
export const EXACT_UP_TO = 20_000;

/** Bin → count. */
export type Histogram = Map<number, number>;

const PAIR = 6;

/** Adds what PostgreSQL stored to a histogram. */
export function addHistogram(into: Histogram, stored: Uint8Array | null): void {
  if (!stored) return;
  const view = new DataView(stored.buffer, stored.byteOffset, stored.byteLength);
  for (let at = 0; at < stored.byteLength; at += PAIR) {
    const bin = view.getInt16(at);
    into.set(bin, (into.get(bin) ?? 0) + view.getInt32(at + 2));
  }
}

/** The value below which a share (0 to 1) of what was counted lies, in seconds; null when nothing was. */
export function percentileOf(histogram: Histogram, share: number): number | null {
  const bins = [...histogram].sort(([a], [b]) => a - b);
  const total = bins.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  const rank = share * (total - 1);
  let seen = 0;
  for (const [bin, count] of bins) {
    seen += count;
    if (seen > rank) return bin < 0 ? 0 : Math.round(HISTOGRAM_BASE ** (bin + 0.5));
  }
  return null;
}
