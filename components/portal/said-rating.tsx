'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { ScoreFace } from '@/components/ui/score-face';
import type { Score } from '@/lib/schemas/values';

interface SaidRatingProps {
  score: Score;
  comment: string | null;
  /** It was sent just now: who cannot see it is brought to it, for the button that he pressed is gone. */
  isNew: boolean;
}

/** What the customer has said, as he said it. */
export function SaidRating({ score, comment, isNew }: SaidRatingProps) {
  const t = useTranslations('portal.rating');
  const c = useTranslations('common.score');
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (isNew) said.current?.focus();
  }, [isNew]);
  return (
    <div className="flex items-start gap-3">
      <ScoreFace score={score} className="mt-px size-5.5 text-accent" />
      <div className="min-w-0">
        <p ref={said} tabIndex={-1} className="rounded-control text-heading text-ink">
          {t('thanks', { score: c(`${score}`) })}
        </p>
        {comment === null ? null : (
          <p dir="auto" className="mt-1 text-body whitespace-pre-wrap text-ink-2 wrap-anywhere">
            {comment}
          </p>
        )}
      </div>
    </div>
  );
}
