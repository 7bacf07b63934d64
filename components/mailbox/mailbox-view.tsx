'use client';
import { cx } from 'class-variance-authority';
import { Inbox } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useQueryState } from 'nuqs';
import { QueryError } from '@/components/data/query-error';
import { useMailbox } from '@/components/data/use-mailbox';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { MailRow } from './mail-row';
import { MailView } from './mail-view';

/** List and mail side by side; on a narrow screen one after the other. The open mail stands in the address. */
export function MailboxView() {
  const t = useTranslations('mailbox');
  const mails = useMailbox();
  const [open, setOpen] = useQueryState('mail', { history: 'push' });

  return (
    <div className="grid min-h-0 flex-1 md:grid-cols-[minmax(18rem,24rem)_minmax(0,1fr)]">
      <section
        aria-label={t('list')}
        className={cx('scrolling border-e border-line bg-surface', open && 'hidden md:block')}
      >
        {mails.isPending ? (
          <div aria-busy="true" className="flex flex-col gap-3 p-4">
            <Skeleton className="h-12" />
            <Skeleton className="h-12" />
            <Skeleton className="h-12" />
          </div>
        ) : mails.isError && !mails.data ? (
          <QueryError title={t('failed')} query={mails} />
        ) : mails.data.length === 0 ? (
          <EmptyState icon={<Inbox aria-hidden className="size-8" strokeWidth={1.25} />} title={t('empty')}>
            {t('emptyHint')}
          </EmptyState>
        ) : (
          <ul>
            {mails.data.map((mail) => (
              <MailRow
                key={mail.id}
                mail={mail}
                open={mail.id === open}
                onOpen={() => void setOpen(mail.id)}
              />
            ))}
          </ul>
        )}
      </section>
      <section className={cx('scrolling min-w-0 bg-canvas', !open && 'hidden md:block')}>
        {open ? (
          <MailView key={open} id={open} onBack={() => void setOpen(null)} />
        ) : (
          <p className="px-6 py-14 text-center text-ui text-ink-3">{t('choose')}</p>
        )}
      </section>
    </div>
  );
}
