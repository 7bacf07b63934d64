'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { PlainTextarea } from '@/components/ui/plain-textarea';
import type { Score } from '@/lib/schemas/values';
import { ScoreChoice } from './score-choice';
import { TextField } from './text-field';

const MOST = 2_000;

export interface RatingWords {
  score: Score;
  comment: string | null;
}

interface RatingFormProps {
  /** What was said before, or chosen in the mail. */
  score: Score | null;
  comment: string | null;
  submit: string;
  /** The page's own heading asks the question. */
  isTitled?: boolean;
  pending: boolean;
  /** What was refused, in words. */
  problem: string | null;
  onSend: (words: RatingWords) => void;
  /** A way back without sending. */
  children?: ReactNode;
}

/** How the help was: a choice of five, then words if one likes. Nothing is sent before the button is pressed. */
export function RatingForm(props: RatingFormProps) {
  const { score, comment, submit, isTitled, pending, problem, onSend, children } = props;
  const t = useTranslations('portal.rating');
  const c = useTranslations('common');
  const id = useId();
  const [chosen, setChosen] = useState(score);
  const [words, setWords] = useState(comment ?? '');
  const tooLong = [...words].length > MOST;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (chosen && !tooLong) onSend({ score: chosen, comment: words.trim() === '' ? null : words });
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-4 pb-2" noValidate>
      <ScoreChoice legend={t('title')} hideLegend={isTitled} value={chosen} onChange={setChosen} />
      {chosen === null ? null : (
        <>
          <TextField
            id={id}
            label={t('comment')}
            mark={c('optional')}
            error={tooLong ? t('tooLong') : (problem ?? undefined)}
          >
            {(names) => (
              <PlainTextarea
                {...names}
                value={words}
                onChange={(event) => setWords(event.target.value)}
                rows={3}
                dir="auto"
                className="max-h-[50dvh]"
              />
            )}
          </TextField>
          <div className="flex flex-wrap gap-3">
            <Button type="submit" variant="primary" size="large" pending={pending}>
              {submit}
            </Button>
            {children}
          </div>
        </>
      )}
    </form>
  );
}
