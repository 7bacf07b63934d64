'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useUploads } from '@/components/attachments/use-uploads';
import type { PendingMessage } from '@/components/data/outbox';
import type { Doing } from '@/components/data/ticket-marks';
import { usePostMessage } from '@/components/data/use-post-message';
import { useReadMark } from '@/components/data/use-read-mark';
import { useTicketChannel } from '@/components/data/use-ticket-channel';
import { can } from '@/lib/rules/permissions';
import type { TicketDetailDto } from '@/lib/schemas/ticket';
import { Composer } from './composer';
import { useDesk } from './desk-context';
import { useReadOnScreen } from './notices/use-read-on-screen';
import { PresenceLine } from './presence-line';
import { TakeOffer } from './take-offer';
import { Thread } from './thread';
import { ticketFacts } from './ticket-facts';
import { TicketHeader } from './ticket-header';
import type { Mode } from './use-draft';
import { useShortcuts } from './use-shortcuts';
import { writeStored } from './use-stored';
import { useTake } from './use-take';

interface OpenTicketProps {
  ticket: TicketDetailDto;
  contextOpen: boolean;
  onContext: () => void;
}

/** Header, conversation, who else is here, composer. One per ticket: another ticket is another one of these. */
export function OpenTicket({ ticket, contextOpen, onContext }: OpenTicketProps) {
  const t = useTranslations('desk.ticket');
  const { me } = useDesk();
  const { marks, announce: tell } = useTicketChannel(ticket);
  useReadOnScreen(ticket.id);
  const [offer, setOffer] = useState<'none' | 'open' | 'refused'>('none');
  const post = usePostMessage(ticket, ticket.messages);
  const take = useTake(ticket);
  const isFree = take !== null && ticket.assigned_agent === null;
  const announce = useCallback(
    (state: Doing) => {
      tell(state);
      if (state === 'replying') setOffer((before) => (before === 'none' ? 'open' : before));
    },
    [tell],
  );
  const facts = ticketFacts(ticket);
  const modes: Mode[] = [
    ...(can(me, 'ticket.reply', facts) && !ticket.is_deleted ? (['reply'] as const) : []),
    ...(can(me, 'ticket.note', facts) && !ticket.is_deleted ? (['note'] as const) : []),
  ];
  const [wanted, setWanted] = useState<Mode>('reply');
  const mode = modes.includes(wanted) ? wanted : modes[0];
  // Raised when a text comes back from the outbox: the composer starts anew with it.
  const [returned, setReturned] = useState(0);
  const input = useRef<HTMLTextAreaElement>(null);
  const uploads = { reply: useUploads(), note: useUploads() };

  const write = (next: Mode) => {
    if (!modes.includes(next)) return;
    // At once: the next key already belongs to the text.
    flushSync(() => setWanted(next));
    input.current?.focus();
  };
  useShortcuts({ r: () => write('reply'), n: () => write('note'), 'shift+a': () => take?.() });

  const edit = (pending: PendingMessage) => {
    const body = post.discard(pending.key);
    if (body === null) return;
    const next: Mode = pending.is_internal ? 'note' : 'reply';
    // What was begun meanwhile stays, below.
    const begun = input.current?.value ?? '';
    writeStored(`draft:${ticket.id}:${next}`, [body, begun].filter(Boolean).join('\n\n'));
    uploads[next].reset([...(pending.attachments ?? []), ...uploads[next].attachments]);
    setReturned((count) => count + 1);
    write(next);
  };

  useEffect(() => announce('viewing'), [announce]);
  useReadMark(ticket);

  return (
    <article aria-labelledby="ticket-heading" className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <TicketHeader ticket={ticket} marks={marks} contextOpen={contextOpen} onContext={onContext} />
      <Thread ticket={ticket} pending={post.pending} onRetry={(key) => void post.retry(key)} onEdit={edit} />
      <PresenceLine marks={marks} />
      {isFree && offer === 'open' ? <TakeOffer onTake={take} onDismiss={() => setOffer('refused')} /> : null}
      {mode ? (
        <Composer
          key={returned}
          ticket={ticket}
          modes={modes}
          mode={mode}
          onMode={write}
          post={post}
          announce={announce}
          uploads={uploads}
          input={input}
        />
      ) : (
        <p className="border-t bg-canvas px-5 py-3 text-small text-ink-2">{t('readOnly')}</p>
      )}
    </article>
  );
}
