'use client';
import { useTranslations } from 'next-intl';
import type { MessageDto } from '@/lib/schemas/message';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useDesk } from '../desk-context';
import { DeskLink } from '../desk-link';
import { MessageMenu } from './message-menu';

/** Beside a message's head: which ticket it came from, whether it was edited, and its menu. */
export function MessageAside({ ticket, message }: { ticket: TicketDto; message: MessageDto }) {
  const t = useTranslations('lifecycle.message');
  const { go, hrefFor } = useDesk();
  const { origin, edited_at } = message;
  return (
    <>
      {origin && origin.id !== ticket.id ? (
        <DeskLink
          href={hrefFor(origin.number)}
          onGo={() => go(origin.number)}
          className="me-2 rounded-control text-micro text-ink-3 hover:text-accent hover:underline"
        >
          {t('origin', { number: String(origin.number) })}
        </DeskLink>
      ) : null}
      {edited_at ? <span className="text-micro text-ink-3">{t('edited')}</span> : null}
      <span className="absolute end-0 top-0">
        <MessageMenu ticket={ticket} message={message} />
      </span>
    </>
  );
}
