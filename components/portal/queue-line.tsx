'use client';
import { useQuery } from '@tanstack/react-query';
import { Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { api } from '@/components/data/api';
import { queryKeys } from '@/components/data/query-keys';
import type { QueuePlaceDto } from '@/lib/schemas/queue-place';
import type { TicketDto } from '@/lib/schemas/ticket';

const EVERY_MS = 20_000;
const UNITS = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
] as const;

interface QueueLineProps {
  ticket: TicketDto;
  /** As the server knew it when it drew the page. */
  initial: QueuePlaceDto | null;
}

/** While nobody has the request: where it stands, and how long answers really took of late. */
export function QueueLine({ ticket, initial }: QueueLineProps) {
  const t = useTranslations('portal.request.queue');
  const waits = ticket.status === 'OPEN' && ticket.assigned_agent === null;
  const { data } = useQuery({
    queryKey: queryKeys.queuePlace(ticket.number),
    queryFn: ({ signal }) => api.get<QueuePlaceDto>(`/tickets/${ticket.number}/queue/`, { signal }),
    initialData: initial ?? undefined,
    staleTime: EVERY_MS,
    // others come and go without a word to this page
    refetchInterval: EVERY_MS,
    enabled: waits,
  });
  const { place, wait } = data ?? { place: null, wait: null };
  if (!waits || (place === null && wait === null)) return null;

  const duration = (seconds: number) => {
    const [unit, length] = UNITS.find(([, one]) => seconds >= one && seconds % one === 0) ?? UNITS[2];
    return t(unit, { count: Math.ceil(seconds / length) });
  };
  return (
    <div className="mt-6 flex items-start gap-3 border-s-2 border-line-strong ps-4 sm:ps-6">
      <Hourglass aria-hidden className="mt-1 size-4 shrink-0 text-ink-3" />
      <div>
        {place === null ? null : <p className="text-heading text-ink">{t('place', { place })}</p>}
        {wait === null ? null : (
          <p className="text-body text-ink-2 text-pretty">
            {wait.half === wait.most
              ? t('wait', { most: duration(wait.most) })
              : t('range', { half: duration(wait.half), most: duration(wait.most) })}
          </p>
        )}
      </div>
    </div>
  );
}
