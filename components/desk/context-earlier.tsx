'use client';
import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusGlyph } from '@/components/ui/status-glyph';
import type { TicketContextDto } from '@/lib/schemas/ticket-context';
import { ContextSection } from './context-section';
import { useDesk } from './desk-context';
import { DeskLink } from './desk-link';

export function ContextEarlier({ earlier }: { earlier: TicketContextDto['earlier'] }) {
  const t = useTranslations('desk.context');
  const c = useTranslations('common.status');
  const { hrefFor, go } = useDesk();
  return (
    <ContextSection name="earlier" title={t('earlier')}>
      {earlier.length === 0 ? (
        <p className="text-small text-ink-3">{t('noEarlier')}</p>
      ) : (
        <ul className="-mx-2 flex flex-col">
          {earlier.map((ticket) => (
            <li key={ticket.id}>
              <DeskLink
                href={hrefFor(ticket.number)}
                onGo={() => go(ticket.number)}
                className="flex items-start gap-2 rounded-control px-2 py-1.5 hover:bg-hover"
              >
                <StatusGlyph status={ticket.status} className="mt-px size-3.5" />
                <span className="min-w-0 flex-1">
                  <bdi className="block truncate text-small text-ink">{ticket.subject}</bdi>
                  <span className="text-micro text-ink-3">
                    <span className="font-mono">#{ticket.number}</span> · {c(ticket.status)} ·{' '}
                    <RelativeTime value={ticket.created_at} />
                  </span>
                </span>
              </DeskLink>
            </li>
          ))}
        </ul>
      )}
    </ContextSection>
  );
}
