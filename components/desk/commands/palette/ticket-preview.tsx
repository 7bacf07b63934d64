'use client';
import { useQuery } from '@tanstack/react-query';
import { cx } from 'class-variance-authority';
import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ticketQuery } from '@/components/data/ticket-query';
import { useDebounced } from '@/components/data/use-debounced';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import { StatusChip } from '@/components/ui/status-chip';

/** On the way through a list nothing is asked for what is only passed by. */
const SETTLED_MS = 80;
const SHOWN = 3;

export const ticketValue = (number: number) => `ticket-${number}`;
/** The ticket of a line; null when it is another one. */
export const ticketOf = (value: string): number | null =>
  Number(/^(?:recent-)?ticket-(\d+)$/.exec(value)?.[1] ?? 0) || null;

/** The ticket under the mark, read without being opened: nothing is told to others, and nothing counts as read. */
export function TicketPreview({ number }: { number: number }) {
  const t = useTranslations('desk.ticket');
  const settled = useDebounced(number, SETTLED_MS);
  const query = useQuery({ ...ticketQuery(settled), enabled: settled === number });
  const ticket = query.data?.number === number ? query.data : undefined;
  if (!ticket)
    return query.error ? null : (
      <div aria-hidden className="flex flex-col gap-3 p-4">
        <Skeleton className="w-3/4" />
        <Skeleton className="w-1/2" />
        <Skeleton className="w-full" />
      </div>
    );
  const { subject, status, customer, assigned_agent_name, messages } = ticket;
  return (
    <div aria-hidden className="scrolling flex h-full flex-col gap-3 p-4">
      <div>
        <p className="font-mono text-micro text-ink-3 tabular">#{number}</p>
        <p className="text-heading text-pretty">
          <bdi>{subject}</bdi>
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2 text-small text-ink-2">
        <StatusChip status={status} />
        <bdi>{customer.name}</bdi>
        <span className="text-ink-3">{assigned_agent_name ?? t('unassigned')}</span>
      </div>
      <ul className="flex flex-col gap-3 border-t border-line pt-3">
        {messages.slice(-SHOWN).map((message) => (
          <li key={message.id} className={cx('text-small', message.is_internal && 'text-note-ink')}>
            <p className="flex items-baseline gap-2 text-micro text-ink-3">
              {message.is_internal ? <Lock className="size-3 self-center" /> : null}
              <bdi className="min-w-0 truncate font-[600] text-ink-2">{message.author.name}</bdi>
              <RelativeTime value={message.created_at} className="shrink-0" />
            </p>
            <p dir="auto" className="line-clamp-5 whitespace-pre-line break-words">
              {message.body}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
