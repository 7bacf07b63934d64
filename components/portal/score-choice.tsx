import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { ScoreFace } from '@/components/ui/score-face';
import { SCORES, type Score } from '@/lib/schemas/values';

interface ScoreChoiceProps {
  legend: string;
  /** A heading above says it already. */
  hideLegend?: boolean | undefined;
  value: Score | null;
  onChange: (score: Score) => void;
}

/** One of five, in words with faces; the platform's own radio buttons, so arrow keys choose. */
export function ScoreChoice({ legend, hideLegend, value, onChange }: ScoreChoiceProps) {
  const t = useTranslations('common.score');
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className={hideLegend ? 'sr-only' : 'mb-3 text-heading text-ink'}>{legend}</legend>
      <div className="grid grid-cols-5 gap-1.5 sm:gap-2">
        {SCORES.map((score) => (
          <label
            key={score}
            className="relative flex min-w-0 cursor-pointer flex-col items-center gap-1.5 rounded-control border border-line-strong bg-surface px-1 pt-3 pb-2.5 text-center text-micro text-balance text-ink-2 transition-[background-color,border-color,color] hover:bg-hover hover:text-ink has-checked:border-accent has-checked:bg-selected has-checked:text-ink has-checked:shadow-[inset_0_0_0_1px_var(--accent)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus sm:text-small"
          >
            <input
              type="radio"
              name={name}
              value={score}
              checked={value === score}
              onChange={() => onChange(score)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <ScoreFace score={score} className="size-6" />
            {t(`${score}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
