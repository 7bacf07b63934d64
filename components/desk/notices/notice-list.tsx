'use client';
import { cx } from 'class-variance-authority';
import { BellOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/components/data/query-error';
import { useNotices } from '@/components/data/use-notices';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import type { NoticeDto } from '@/lib/schemas/notice';
import { useStaff } from '../desk-context';
import { DeskLink } from '../desk-link';
import { useNoticeText } from './use-notice-text';
import { MAILBOXES, targetOf, useOpenNotice } from './use-open-notice';

/** What one was told, the newest first; choosing one opens what it is about, which reads it. */
export function NoticeList({ onGo }: { onGo: () => void }) {
  const t = useTranslations('notices');
  const query = useNotices();
  if (query.error && !query.data) return <QueryError title={t('failed')} query={query} />;
  if (!query.data)
    return (
      <div aria-busy="true" className="flex flex-col gap-3 p-4">
        <Skeleton className="h-10" />
        <Skeleton className="h-10" />
      </div>
    );
  const { notices } = query.data;
  if (notices.length === 0)
    return (
      <EmptyState icon={<BellOff aria-hidden className="size-6" strokeWidth={1.5} />} title={t('none')}>
        {t('noneDetail')}
      </EmptyState>
    );
  return (
    <>
      <ul>
        {notices.map((notice) => (
          <li key={notice.id} className="border-b last:border-b-0">
            <NoticeRow notice={notice} onGo={onGo} />
          </li>
        ))}
      </ul>
      {query.hasNextPage ? (
        <div className="flex justify-center border-t p-2">
          <Button
            size="small"
            variant="quiet"
            pending={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function NoticeRow({ notice, onGo }: { notice: NoticeDto; onGo: () => void }) {
  const t = useTranslations('notices');
  const text = useNoticeText();
  const open = useOpenNotice();
  const { hrefFor } = useStaff();
  const { ticket, message } = notice;
  return (
    <DeskLink
      href={ticket ? hrefFor(ticket.number, targetOf(notice)) : MAILBOXES}
      onGo={() => {
        open(notice);
        onGo();
      }}
      className="grid grid-cols-[1.5rem_minmax(0,1fr)_0.5rem] items-start gap-x-3 px-4 py-2.5 text-ink hover:bg-hover focus-visible:-outline-offset-2"
    >
      <Avatar name={notice.actor?.name ?? t('machine')} size={24} className="mt-0.5" />
      <span className="min-w-0">
        <span className={cx('block text-ui text-pretty', notice.read_at ? 'text-ink-2' : 'font-[580]')}>
          {text(notice)}
        </span>
        <span className="flex min-w-0 items-baseline gap-1.5 text-small text-ink-3">
          {ticket ? <span className="tabular shrink-0 font-mono text-micro">#{ticket.number}</span> : null}
          <bdi className="min-w-0 truncate text-ink-2">{ticket ? ticket.subject : notice.mailbox}</bdi>
          <RelativeTime value={notice.created_at} className="ms-auto shrink-0 ps-2 text-micro" />
        </span>
        {message ? (
          <span dir="auto" className="block truncate text-small text-ink-3">
            {message.text}
          </span>
        ) : null}
      </span>
      {notice.read_at ? null : (
        <span className="mt-1.5 size-2 rounded-full bg-accent">
          <span className="sr-only">{t('isUnread')}</span>
        </span>
      )}
    </DeskLink>
  );
}
