'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PendingMessage } from '@/components/data/outbox';
import type { Doing } from '@/components/data/ticket-marks';
import { messageDraft } from '@/components/data/use-message-draft';
import { usePostMessage } from '@/components/data/use-post-message';
import { useReadMark } from '@/components/data/use-read-mark';
import { useTicketChannel } from '@/components/data/use-ticket-channel';
import { can } from '@/lib/rules/permissions';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import type { DraftKind } from '@/lib/schemas/values';
import { useCommandPart } from './commands/command-context';
import { useGoOn } from './commands/use-go-on';
import { useTicketTarget } from './commands/use-ticket-target';
import { Composer } from './composer/composer';
import { ComposerRoom } from './composer/composer-room';
import type { EditorHandle } from './composer/editor-handle';
import { useCameBack } from './composer/use-came-back';
import { useDesk } from './desk-context';
import { useReadOnScreen } from './notices/use-read-on-screen';
import { PresenceLine } from './presence-line';
import { TakeOffer } from './take-offer';
import { Thread } from './thread';
import { ticketFacts } from './ticket-facts';
import { TicketHeader } from './ticket-header';
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
  const kinds: DraftKind[] = [
    ...(can(me, 'ticket.reply', facts) && !ticket.is_deleted ? (['reply'] as const) : []),
    ...(can(me, 'ticket.note', facts) && !ticket.is_deleted ? (['note'] as const) : []),
  ];
  const [wanted, setWanted] = useState<DraftKind>('reply');
  const kind = kinds.includes(wanted) ? wanted : kinds[0];
  const input = useRef<EditorHandle>(null);

  const write = (next: DraftKind) => {
    if (!kinds.includes(next)) return;
    // At once: the next key already belongs to the text.
    flushSync(() => setWanted(next));
    input.current?.focus();
  };
  const goOn = useGoOn();
  const target = useTicketTarget(ticket);
  const { setStatus, statuses } = target;
  const resolve = () => {
    setStatus?.('RESOLVED');
    goOn(ticket.number);
  };
  useCommandPart('opened', target);
  useCommandPart('ticket', {
    reply: kinds.includes('reply') ? () => write('reply') : null,
    note: kinds.includes('note') ? () => write('note') : null,
    take,
    resolve: statuses.includes('RESOLVED') ? resolve : null,
  });
  useCameBack(ticket.id, setWanted);

  const retry = async (pending: PendingMessage) => {
    const outcome = await post.retry(pending.key);
    const draft = messageDraft(me.id, ticket, kindOf(pending));
    if (outcome?.kind === 'newer' || outcome?.kind === 'new_recipients') {
      if (pending.content)
        draft.giveBack(pending.content, Number.POSITIVE_INFINITY, outcome.kind === 'newer');
    } else if (outcome && outcome.kind !== 'failed') draft.sent(pending.key);
  };
  const edit = (pending: PendingMessage) => {
    if (!post.discard(pending.key) || !pending.content) return;
    setWanted(kindOf(pending));
    messageDraft(me.id, ticket, kindOf(pending)).giveBack(pending.content, Number.POSITIVE_INFINITY);
  };

  useEffect(() => announce('viewing'), [announce]);
  useReadMark(ticket, ticket.messages.at(-1)?.id);

  return (
    <article
      aria-labelledby="ticket-heading"
      className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface [container-type:size] low:overflow-y-auto low:*:shrink-0"
    >
      <TicketHeader ticket={ticket} marks={marks} contextOpen={contextOpen} onContext={onContext} />
      <Thread ticket={ticket} pending={post.pending} onRetry={(one) => void retry(one)} onEdit={edit} />
      <PresenceLine marks={marks} />
      {isFree && offer === 'open' ? <TakeOffer onTake={take} onDismiss={() => setOffer('refused')} /> : null}
      {kind ? (
        <ComposerRoom>
          <Composer
            ticket={ticket}
            kinds={kinds}
            kind={kind}
            onKind={write}
            post={post}
            announce={announce}
            input={input}
          />
        </ComposerRoom>
      ) : (
        <p className="border-t bg-canvas px-5 py-3 text-small text-ink-2">{t('readOnly')}</p>
      )}
    </article>
  );
}

const kindOf = ({ is_internal }: PendingMessage): DraftKind => (is_internal ? 'note' : 'reply');
