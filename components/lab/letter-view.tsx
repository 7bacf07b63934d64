'use client';
import { ArrowLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/components/data/query-error';
import { useMail } from '@/components/data/use-mailbox';
import { MailAnswer } from '@/components/mailbox/mail-answer';
import { MailFrame } from '@/components/mailbox/mail-frame';
import { IconButton } from '@/components/ui/icon-button';
import { PanelSkeleton } from './panel-skeleton';

/** One of our mails as its reader sees it, and his answer. */
export function LetterView({ id, onBack }: { id: string; onBack: () => void }) {
  const t = useTranslations('mailbox');
  const mail = useMail(id);
  return (
    <article className="scrolling flex min-h-0 flex-1 flex-col px-4 pb-4">
      <div className="sticky top-0 z-10 -mx-4 flex items-center gap-1 border-b border-line bg-surface px-2 py-1.5">
        <IconButton
          label={t('back')}
          icon={<ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />}
          onClick={onBack}
        />
        <h3 dir="auto" className="min-w-0 flex-1 truncate text-ui font-[600] text-ink">
          {mail.data?.subject || (mail.data ? t('noSubject') : '')}
        </h3>
      </div>
      {mail.data ? (
        <>
          <p className="mt-3 text-small text-ink-2">
            {t('from')}{' '}
            <bdi dir="ltr" className="[overflow-wrap:anywhere]">
              {mail.data.from}
            </bdi>
          </p>
          {mail.data.html ? (
            <MailFrame html={mail.data.html} title={t('frame')} />
          ) : (
            <pre dir="auto" className="prose-plain mt-3 flex-1 font-mono text-small font-[400]">
              {mail.data.text}
            </pre>
          )}
          {mail.data.reply_to ? <MailAnswer id={id} to={mail.data.to} /> : null}
        </>
      ) : mail.isError ? (
        <QueryError title={t('failed')} query={mail} />
      ) : (
        <PanelSkeleton />
      )}
    </article>
  );
}
