import { cx } from 'class-variance-authority';
import { Angry, Frown, Laugh, Meh, Smile } from 'lucide-react';
import type { Score } from '@/lib/schemas/values';

const FACES = { 1: Angry, 2: Frown, 3: Meh, 4: Smile, 5: Laugh } as const;

/** The face of a score, always beside its word. */
export function ScoreFace({ score, className }: { score: Score; className?: string }) {
  const Face = FACES[score];
  return <Face aria-hidden className={cx('shrink-0', className)} />;
}
