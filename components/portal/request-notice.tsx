import { useTranslations } from 'next-intl';
import type { TicketDto } from '@/lib/schemas/ticket';
import { requestState } from './request-state';

/** What the state asks of the reader, above the answer box. Nothing while we are at work. */
export function RequestNotice({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('portal.request');
  const state = requestState(ticket.status);
  if (state === 'working') return null;
  return (
    <div className={state === 'waiting' ? 'border-s-2 border-accent bg-selected px-4 py-3 sm:px-6' : ''}>
      <p className="text-heading text-ink">{t(`${state}Title`)}</p>
      <p className="text-body text-ink-2 text-pretty">{t(state)}</p>
    </div>
  );
}
