'use client';
import { cx } from 'class-variance-authority';
import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { MoreButton } from '@/components/data/more-button';
import { QueryError } from '@/components/data/query-error';
import { useCustomerTimeline } from '@/components/data/use-customers';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import type { TimelineEntryDto } from '@/lib/schemas/customer-timeline';
import { useStaff } from './desk-context';
import { DeskLink } from './desk-link';

/** All that was written with a customer, whichever way it came, the newest first. */
export function CustomerTimeline({ id }: { id: string }) {
  const t = useTranslations('customers');
  const query = useCustomerTimeline(id);
  if (query.error && !query.data) return <QueryError title={t('timelineFailed')} query={query} />;
  if (!query.data)
    return (
      <div aria-busy="true" className="flex flex-col gap-3 py-3">
        <Skeleton className="h-10" />
        <Skeleton className="h-10" />
      </div>
    );
  if (query.data.length === 0) return <p className="text-small text-ink-3">{t('noTickets')}</p>;
  return (
    <>
      <ol className="border-t">
        {query.data.map((entry) => (
          <li key={entry.id} className="border-b">
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
      <MoreButton list={query} />
    </>
  );
}

function Entry({
  entry: { id, ticket, author, is_internal, text, created_at },
}: {
  entry: TimelineEntryDto;
}) {
  const t = useTranslations('desk.thread');
  const c = useTranslations('common.channel');
  const { hrefFor, go } = useStaff();
  const target = { view: 'all', message: id } as const;
  return (
    <DeskLink
      href={hrefFor(ticket.number, target)}
      onGo={() => go(ticket.number, target)}
      className={cx(
        '-mx-3 block rounded-control px-3 py-2.5',
        is_internal ? 'bg-note hover:bg-note' : 'hover:bg-hover',
      )}
    >
      <span className="flex min-w-0 items-baseline gap-2 text-small">
        <bdi className={cx('shrink-0 font-[600]', author.role === 'customer' ? 'text-ink' : 'text-accent')}>
          {author.name}
        </bdi>
        {is_internal ? (
          <span className="inline-flex shrink-0 items-center gap-1 text-micro text-note-ink">
            <Lock aria-hidden className="size-3 self-center" />
            {t('note')}
          </span>
        ) : null}
        <span className="min-w-0 flex-1 truncate text-micro text-ink-3">
          {c(ticket.channel)}
          <span aria-hidden="true"> · </span>
          <span className="font-mono">#{ticket.number}</span> <bdi>{ticket.subject}</bdi>
        </span>
        <RelativeTime value={created_at} form="full" className="tabular shrink-0 text-micro text-ink-3" />
      </span>
      <span dir="auto" className="mt-0.5 line-clamp-2 text-ui text-ink">
        {text}
      </span>
    </DeskLink>
  );
}
