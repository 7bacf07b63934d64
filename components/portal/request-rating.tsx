'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { useRate } from '@/components/data/use-rate';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { useNow } from '@/components/ui/use-now';
import type { TicketDto } from '@/lib/schemas/ticket';
import { RatingForm, type RatingWords } from './rating-form';
import { SaidRating } from './said-rating';

/** On a solved or closed request: how the help was, at once and without waiting for a mail. */
export function RequestRating({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('portal.rating');
  const c = useTranslations('common');
  const { problem } = useProblemText();
  const now = useNow();
  const rate = useRate(ticket);
  const [editing, setEditing] = useState(false);
  const { rating } = ticket;
  if (!rating) return null;
  const isOver = now !== null && Date.parse(rating.until) < now;
  const send = (words: RatingWords) =>
    rate.mutate(words, {
      onSuccess: (fresh) => {
        setEditing(false);
        if (!fresh.rating) toast.success(t('reopened'));
      },
    });
  if (rating.score !== null && !(editing && !isOver))
    return (
      <div className="flex flex-col items-start gap-3">
        <SaidRating
          score={rating.score}
          comment={rating.comment}
          isNew={rate.data?.rating?.answered_at === rating.answered_at}
        />
        {isOver ? null : (
          <Button size="small" onClick={() => setEditing(true)}>
            {t('change')}
          </Button>
        )}
      </div>
    );
  if (isOver) return null;
  return (
    <RatingForm
      score={rating.score}
      comment={rating.comment}
      submit={t(editing ? 'save' : 'send')}
      pending={rate.isPending}
      problem={rate.error ? problem(rate.error) : null}
      onSend={send}
    >
      {editing ? (
        <Button variant="quiet" size="large" onClick={() => setEditing(false)}>
          {c('cancel')}
        </Button>
      ) : null}
    </RatingForm>
  );
}
