import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { TicketDto } from '@/lib/schemas/ticket';
import { PortalTime } from './portal-time';
import { requestState } from './request-state';
import { StateChip } from './state-chip';

export function RequestHeader({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('portal.request');
  const isOpen = ['working', 'waiting'].includes(requestState(ticket.status));
  return (
    <header>
      <Link
        href="/requests"
        className="inline-flex items-center gap-1.5 rounded-control text-small text-ink-2 hover:text-ink coarse:h-control"
      >
        <ArrowLeft aria-hidden className="size-3.5 rtl:-scale-x-100" />
        {t('back')}
      </Link>
      <h1 dir="auto" className="mt-3 text-display text-balance text-ink [overflow-wrap:anywhere]">
        {ticket.subject}
      </h1>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-small text-ink-2">
        <StateChip status={ticket.status} />
        <span className="tabular">{t('number', { number: String(ticket.number) })}</span>
        <PortalTime value={ticket.created_at} />
        {ticket.assigned_agent_name && isOpen ? (
          <span>{t('answeredBy', { name: ticket.assigned_agent_name })}</span>
        ) : null}
        {ticket.follow_up_of !== null ? (
          <span>
            {t.rich('followUpOf', {
              number: String(ticket.follow_up_of),
              link: (text) => (
                <Link
                  href={`/requests/${ticket.follow_up_of}`}
                  className="text-accent underline underline-offset-3"
                >
                  {text}
                </Link>
              ),
            })}
          </span>
        ) : null}
      </div>
    </header>
  );
}
