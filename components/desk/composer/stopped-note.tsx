'use client';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { HeldMessageDto } from '@/lib/schemas/message';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { useHeldActs } from './use-held-acts';

/** Why a message did not leave, what came since, and what its author can do about it. */
export function StoppedNote({ held, ticket }: { held: HeldMessageDto; ticket: TicketDetailDto }) {
  const t = useTranslations('composer.held');
  const acts = useHeldActs(held, ticket);
  const reason = held.stop_reason ?? 'newer_messages';
  const came = ticket.messages.filter(
    ({ created_at, author }) => created_at > held.created_at && author.id !== held.author.id,
  );
  const canSend = reason === 'newer_messages' || reason === 'ticket_closed';
  return (
    <div role="alert" className="mt-3 rounded-control bg-danger-bg px-3 py-2 text-small text-danger">
      <p className="flex items-center gap-1.5 font-[600]">
        <CircleAlert aria-hidden className="size-4 shrink-0" />
        {t(`stopped.${reason}`)}
      </p>
      {came.length > 0 && reason === 'newer_messages' ? (
        <ul aria-label={t('came')} className="scrolling mt-1.5 flex max-h-32 flex-col gap-1 text-ink">
          {came.map((message) => (
            <li key={message.id}>
              <bdi className="font-[600]">{message.author.name}</bdi>{' '}
              <span dir="auto" className="line-clamp-3 whitespace-pre-wrap">
                {message.body}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-2">
        {acts.isMine && canSend ? (
          <Button size="small" disabled={acts.isBusy} onClick={() => acts.send(ticket.messages.at(-1)?.id)}>
            {t('sendAnyway')}
          </Button>
        ) : null}
        {acts.mayUndo ? (
          <Button size="small" disabled={acts.isBusy} onClick={acts.undo}>
            {acts.isMine ? t('edit') : t('takeBack')}
          </Button>
        ) : null}
        {acts.isMine ? (
          <Button size="small" variant="quiet" disabled={acts.isBusy} onClick={acts.discard}>
            {t('discard')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
