'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { AuthHeading } from '@/components/auth/auth-heading';
import { useFragmentToken } from '@/components/auth/use-fragment-token';
import { api } from '@/components/data/api';
import { ApiError } from '@/components/data/api-error';
import { queryKeys } from '@/components/data/query-keys';
import { useProblemText } from '@/components/data/use-problem-text';
import { buttonStyle } from '@/components/ui/button-style';
import { FormAlert } from '@/components/ui/form-alert';
import { useNow } from '@/components/ui/use-now';
import type { LinkedRatingDto } from '@/lib/schemas/rating';
import { SCORES, type Score } from '@/lib/schemas/values';
import { RatingForm, type RatingWords } from './rating-form';
import { SaidRating } from './said-rating';

/** What stands behind # in a mailed link: whose it is, and the score that was clicked. */
function readLink(fragment: string): { token: string; score: Score | null } {
  const [, token, digit] = /^(.+)\.([1-5])$/.exec(fragment) ?? [];
  return { token: token ?? fragment, score: SCORES.find((score) => String(score) === digit) ?? null };
}

/**
 * Opened from a mail, without signing in. The click in the mail chooses, the button here sends: programs that check
 * mails follow links as well.
 */
export function RatingByLink() {
  const t = useTranslations('portal.rating');
  const fragment = useFragmentToken();
  if (fragment === undefined) return <Heading />;
  if (fragment === null)
    return (
      <>
        <Heading />
        <FormAlert>{t('link.missing')}</FormAlert>
      </>
    );
  return <Linked key={fragment} {...readLink(fragment)} />;
}

const Heading = () => <AuthHeading title={useTranslations('portal.rating')('title')} />;

function Linked({ token, score }: { token: string; score: Score | null }) {
  const t = useTranslations('portal.rating');
  const { problem } = useProblemText();
  const now = useNow();
  const client = useQueryClient();
  const queryKey = queryKeys.linkedRating(token);
  const look = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.post<LinkedRatingDto>('/ratings/look/', { token }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const rate = useMutation({
    mutationFn: (words: RatingWords) => api.post<LinkedRatingDto>('/ratings/', { token, ...words }),
    onSuccess: (fresh) => client.setQueryData(queryKey, fresh),
  });
  if (look.error)
    return (
      <>
        <Heading />
        <FormAlert>
          {look.error instanceof ApiError && look.error.fields.token
            ? t('link.invalid')
            : problem(look.error)}
        </FormAlert>
      </>
    );
  if (!look.data) return <p className="text-body text-ink-2">{t('link.loading')}</p>;
  const { ticket, rating } = look.data;
  const request = (
    <p>
      {t.rich('link.request', {
        number: String(ticket.number),
        subject: () => <bdi className="wrap-anywhere">{ticket.subject}</bdi>,
      })}
    </p>
  );
  if (rate.isSuccess) return <Done linked={look.data} />;
  if (!rating || (now !== null && Date.parse(rating.until) < now))
    return (
      <>
        <AuthHeading title={t('title')}>{request}</AuthHeading>
        <FormAlert tone="plain">{t(rating ? 'link.late' : 'link.open')}</FormAlert>
      </>
    );
  return (
    <>
      <AuthHeading title={t('title')}>{request}</AuthHeading>
      <RatingForm
        isTitled
        score={score ?? rating.score}
        comment={rating.comment}
        submit={t(rating.score === null ? 'send' : 'save')}
        pending={rate.isPending}
        problem={rate.error ? problem(rate.error) : null}
        onSend={(words) => rate.mutate(words)}
      />
    </>
  );
}

function Done({ linked: { ticket, rating } }: { linked: LinkedRatingDto }) {
  const t = useTranslations('portal.rating');
  return (
    <>
      {rating?.score ? (
        <>
          <h1 className="sr-only">{t('link.done')}</h1>
          <SaidRating score={rating.score} comment={rating.comment} isNew />
        </>
      ) : (
        <AuthHeading title={t('link.done')}>
          <p role="status">{t('reopened')}</p>
        </AuthHeading>
      )}
      <Link
        href={`/requests/${ticket.number}`}
        className={buttonStyle({ variant: 'secondary', size: 'large', className: 'mt-6' })}
      >
        {t('link.toRequest')}
      </Link>
    </>
  );
}
