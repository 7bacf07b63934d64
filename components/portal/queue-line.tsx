'use client';
import { Hourglass } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useQueuePlace } from '@/components/data/use-queue-place';
import { dateFormat } from '@/components/ui/date-format';
import { formatLocale } from '@/components/ui/format-locale';
import { useNow } from '@/components/ui/use-now';
import type { QueuePlaceDto } from '@/lib/schemas/queue-place';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { Status } from '@/lib/schemas/values';

/** Somebody of the team is to write next. */
const OURS: ReadonlySet<Status> = new Set<Status>(['OPEN', 'ASSIGNED', 'IN_PROGRESS']);
const UNITS = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
] as const;
const WEEK_MS = 6 * 86_400_000;

interface QueueLineProps {
  ticket: TicketDto;
  /** As the server knew it when it drew the page. */
  initial: QueuePlaceDto | null;
}

/** Where a request stands while nobody has it, how long answers really took, and when somebody is back. */
export function QueueLine({ ticket, initial }: QueueLineProps) {
  const t = useTranslations('portal.request.queue');
  const isOurs = OURS.has(ticket.status);
  const data = useQueuePlace(ticket, initial, isOurs);
  const back = useBack(data?.opens_at ?? null);
  if (!isOurs || !data) return null;
  const waits = ticket.status === 'OPEN' && ticket.assigned_agent === null;
  const place = waits ? data.place : null;
  const wait = waits ? data.wait : null;
  if (place === null && wait === null && back === null) return null;

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
              ? t('wait', { basis: wait.based_on, most: duration(wait.most) })
              : t('range', {
                  basis: wait.based_on,
                  half: duration(wait.half),
                  most: duration(wait.most),
                })}
          </p>
        )}
        {back === null ? null : (
          <p className="text-body text-ink-2 text-pretty">{t('back', { when: back })}</p>
        )}
      </div>
    </div>
  );
}

/** "Monday 09:00" by the reader's clock; null while it is open, and before the screen knows that clock. */
function useBack(opensAt: string | null): string | null {
  const locale = useLocale();
  const now = useNow();
  const at = opensAt === null ? Number.NaN : Date.parse(opensAt);
  if (now === null || Number.isNaN(at) || at <= now) return null;
  return dateFormat(formatLocale(locale), {
    weekday: 'long',
    ...(at - now > WEEK_MS ? { day: 'numeric', month: 'long' } : {}),
    ...{ hour: '2-digit', minute: '2-digit' },
  }).format(at);
}
