'use client';
import { useTranslations } from 'next-intl';
import { useTicketEvents } from '@/components/data/use-ticket-events';
import { RelativeTime } from '@/components/ui/relative-time';
import type { TicketDto } from '@/lib/schemas/ticket';
import { ContextSection } from './context-section';
import { useEventText } from './use-event-text';

/** The whole history, newest first, routing's remarks included. */
export function ContextActivity({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('desk.context');
  const text = useEventText();
  const history = useTicketEvents(ticket.number);
  const events = history.data?.results.toReversed() ?? [];
  return (
    <ContextSection name="activity" title={t('activity')} closed>
      <ol className="flex flex-col gap-2.5">
        {events.map((event) => (
          <li key={event.seq} className="text-small text-ink-2">
            <span className="text-pretty">{text(event)}</span>
            <RelativeTime value={event.created_at} form="full" className="block text-micro text-ink-3" />
          </li>
        ))}
      </ol>
      {history.data?.reload ? <p className="mt-2 text-micro text-ink-3">{t('moreActivity')}</p> : null}
    </ContextSection>
  );
}
