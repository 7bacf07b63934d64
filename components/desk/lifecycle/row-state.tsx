'use client';
import { AlarmClock, BellRing, Heart } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useWakeTime } from './use-wake-time';

/** In a row of a list: a reminder that is due, until when it sleeps, or that it was only thanks. */
export function RowState({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('lifecycle');
  const wakeTime = useWakeTime();
  const { snooze, promise, thanked_at } = ticket;
  if (promise?.is_due)
    return (
      <span className="inline-flex shrink-0 items-center gap-1 font-[550] text-warn">
        <BellRing aria-hidden className="size-3" />
        {t('promise.row')}
      </span>
    );
  if (snooze)
    return (
      <span className="inline-flex min-w-0 items-center gap-1 text-accent">
        <AlarmClock aria-hidden className="size-3 shrink-0" />
        <span className="truncate">
          {snooze.until ? t('snooze.rowUntil', { time: wakeTime(snooze.until) }) : t('snooze.rowReply')}
        </span>
      </span>
    );
  if (!thanked_at || ticket.status !== 'RESOLVED') return null;
  return (
    <span className="inline-flex shrink-0 items-center gap-1 text-ink-2">
      <Heart aria-hidden className="size-3" />
      {t('thanked.row')}
    </span>
  );
}
