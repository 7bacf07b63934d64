'use client';
import { ArrowDown, CornerUpLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { PendingMessage } from '@/components/data/outbox';
import { useOlderMessages } from '@/components/data/use-older-messages';
import { useProblemText } from '@/components/data/use-problem-text';
import { useTicketEvents } from '@/components/data/use-ticket-events';
import { Button } from '@/components/ui/button';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { buildThread, firstUnseen } from './build-thread';
import { HeldBlock } from './composer/held-block';
import { useDesk } from './desk-context';
import { DeskLink } from './desk-link';
import { EventLines } from './event-lines';
import { MessageBlock } from './message-block';
import { PendingBlock } from './pending-block';
import { useJumpTo } from './use-jump-to';
import { useStickToEnd } from './use-stick-to-end';

interface ThreadProps {
  ticket: TicketDetailDto;
  pending: readonly PendingMessage[];
  onRetry: (pending: PendingMessage) => void;
  onEdit: (pending: PendingMessage) => void;
}

/** The conversation. Not a live region: it is long, and one announcer speaks for the whole desk. */
export function Thread({ ticket, pending, onRetry, onEdit }: ThreadProps) {
  const t = useTranslations('desk.thread');
  const v = useTranslations('views.row');
  const { me, location, hrefFor, go } = useDesk();
  const { problem } = useProblemText();
  const older = useOlderMessages(ticket.number);
  const events = useTicketEvents(ticket.number).data?.results ?? [];
  const pane = useRef<HTMLElement>(null);
  const { messages } = ticket;
  const end = useStickToEnd(
    pane,
    messages[0]?.id,
    pending.at(-1)?.key ?? ticket.held?.at(-1)?.id ?? messages.at(-1)?.id,
  );
  useJumpTo(pane, location.message, messages, {
    load: older.load,
    isLoading: older.isLoading,
    hasMore: ticket.messages_next !== null,
    error: older.error,
  });
  // as it was when the ticket was opened: what comes while it is read is no news
  const [newFrom] = useState(() => firstUnseen(messages, ticket.read_up_to, me.id));
  // in a chat the last one that was read says it for all before
  const seen = messages.findLast(({ delivery }) => delivery?.state === 'read')?.id;
  const items = buildThread(messages, events, ticket.messages_next !== null, newFrom);

  return (
    <div className="relative flex min-h-0 flex-1 flex-col low:h-52 low:flex-none">
      <section
        ref={pane}
        onScroll={end.onScroll}
        aria-label={t('label')}
        // A long text must be scrollable by keys alone.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: as said
        tabIndex={0}
        className="scrolling min-h-0 flex-1 focus-visible:-outline-offset-2"
      >
        <div>
          {ticket.follow_up_of !== null ? (
            <p className="flex items-center gap-1.5 border-b px-5 py-2 text-small text-ink-2">
              <CornerUpLeft aria-hidden className="size-3.5 rtl:-scale-x-100" />
              <DeskLink
                href={hrefFor(ticket.follow_up_of)}
                onGo={() => go(ticket.follow_up_of)}
                className="rounded-control text-accent hover:underline"
              >
                {t('followUp', { number: String(ticket.follow_up_of) })}
              </DeskLink>
            </p>
          ) : null}
          {ticket.messages_next !== null ? (
            <div className="flex flex-col items-center gap-1 py-3">
              <Button variant="quiet" size="small" pending={older.isLoading} onClick={older.load}>
                {t('older')}
              </Button>
              {older.error ? <p className="text-small text-danger">{problem(older.error)}</p> : null}
            </div>
          ) : null}
          <ol className="[&>li+li]:border-t">
            {items.map((item) => (
              <li key={item.key}>
                {item.kind === 'message' ? (
                  <MessageBlock
                    ticket={ticket}
                    message={item.message}
                    found={item.message.id === location.message}
                    isSeenLast={item.message.id === seen}
                  />
                ) : item.kind === 'news' ? (
                  <p className="flex items-center gap-3 bg-surface px-5 py-1.5 text-micro font-[600] text-accent before:h-px before:flex-1 before:bg-accent after:h-px after:flex-1 after:bg-accent">
                    {v('news')}
                  </p>
                ) : (
                  <EventLines ticket={ticket} events={item.events} />
                )}
              </li>
            ))}
            {ticket.held?.map((one) => (
              <li key={one.id}>
                <HeldBlock held={one} ticket={ticket} />
              </li>
            ))}
            {pending.map((one) => (
              <li key={one.key}>
                <PendingBlock pending={one} onRetry={() => onRetry(one)} onEdit={() => onEdit(one)} />
              </li>
            ))}
          </ol>
        </div>
      </section>
      {end.away ? (
        <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
          <Button
            size="small"
            variant={end.unseen ? 'primary' : 'secondary'}
            icon={<ArrowDown aria-hidden className="size-3.5" />}
            className="pointer-events-auto rounded-full! shadow-float"
            onClick={() => end.toEnd('smooth')}
          >
            {end.unseen ? t('newBelow') : t('latest')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
