'use client';
import { ArrowLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiError } from '@/components/data/api-error';
import { useMail } from '@/components/data/use-mailbox';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import { MailAnswer } from './mail-answer';
import { MailFrame } from './mail-frame';

export function MailView({ id, onBack }: { id: string; onBack: () => void }) {
  const t = useTranslations('mailbox');
  const { problem } = useProblemText();
  const { data: mail, error, refetch, isFetching } = useMail(id);
  const [plain, setPlain] = useState(false);

  if (error && !mail) {
    const gone = error instanceof ApiError && error.status === 404;
    return (
      <ErrorState
        title={gone ? t('gone') : t('failed')}
        detail={gone ? undefined : problem(error)}
        onRetry={gone ? onBack : () => void refetch()}
        retrying={isFetching}
      />
    );
  }
  if (!mail) {
    return (
      <div aria-busy="true" className="flex flex-col gap-4 p-6">
        <Skeleton className="h-8 w-2/3" />
        <Skeleton className="h-64" />
      </div>
    );
  }
  const showHtml = mail.html !== '' && !plain;
  return (
    <article className="flex min-h-full flex-col px-5 py-5 sm:px-8">
      <Button
        variant="quiet"
        size="small"
        className="-ms-2 mb-2 self-start md:hidden"
        icon={<ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />}
        onClick={onBack}
      >
        {t('back')}
      </Button>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h2 dir="auto" className="min-w-0 text-title text-balance [overflow-wrap:anywhere]">
          {mail.subject || t('noSubject')}
        </h2>
        {mail.html !== '' && mail.text !== '' ? (
          <fieldset className="flex gap-1">
            <legend className="sr-only">{t('view')}</legend>
            <Button
              size="small"
              variant={plain ? 'quiet' : 'secondary'}
              aria-pressed={!plain}
              onClick={() => setPlain(false)}
            >
              {t('formatted')}
            </Button>
            <Button
              size="small"
              variant={plain ? 'secondary' : 'quiet'}
              aria-pressed={plain}
              onClick={() => setPlain(true)}
            >
              {t('plain')}
            </Button>
          </fieldset>
        ) : null}
      </div>
      <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-small [&_dd]:[overflow-wrap:anywhere] [&_dt]:text-ink-3">
        <dt>{t('from')}</dt>
        <dd>
          <bdi dir="ltr">{mail.from}</bdi>
        </dd>
        <dt>{t('to')}</dt>
        <dd>
          <bdi dir="ltr">{mail.to}</bdi>
        </dd>
        <dt>{t('date')}</dt>
        <dd>
          <RelativeTime value={mail.created_at} form="full" />
        </dd>
      </dl>
      <details className="mt-2 text-small">
        <summary className="w-fit cursor-pointer rounded-control text-ink-2 hover:text-ink">
          {t('headers', { count: mail.headers.length })}
        </summary>
        <dl className="scrolling mt-2 max-h-72 border-s-2 border-line ps-3 font-mono text-micro font-[400] text-ink-2">
          {mail.headers.map((header, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a header may stand twice, and none ever moves
            <div key={at} className="[overflow-wrap:anywhere]">
              <dt className="inline text-ink">{header.name}:</dt> <dd className="inline">{header.value}</dd>
            </div>
          ))}
        </dl>
      </details>
      {showHtml ? (
        <MailFrame html={mail.html} title={t('frame')} />
      ) : (
        <pre
          dir="auto"
          className="prose-plain mt-5 flex-1 border-t border-line pt-5 font-mono text-small font-[400]"
        >
          {mail.text}
        </pre>
      )}
      {mail.reply_to ? <MailAnswer id={mail.id} to={mail.to} /> : null}
    </article>
  );
}
