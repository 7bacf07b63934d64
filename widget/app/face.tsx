/** @jsxImportSource preact */
import type { Score } from '@/lib/schemas/values';

const MOUTHS: Record<Score, string> = {
  1: 'M8 16.500c1.200-2 6.800-2 8 0M7.500 8l2 1.200M16.500 8l-2 1.200',
  2: 'M8.500 16c1.600-1.400 5.400-1.400 7 0',
  3: 'M8.500 15h7',
  4: 'M8.500 14.200c1.600 1.600 5.400 1.600 7 0',
  5: 'M7.500 13.500h9c-.4 4.500-8.600 4.500-9 0Z',
};

/** The face of a score, always beside its word. */
export function Face({ score }: { score: Score }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9" />
      <path d={`M9 10v.01M15 10v.01${MOUTHS[score]}`} />
    </svg>
  );
}
