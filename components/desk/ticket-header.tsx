'use client';
import { ArrowLeft, PanelRight, Route } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Tooltip } from '@/components/ui/tooltip';
import { VipMark } from '@/components/ui/vip-mark';
import type { Mark } from '@/lib/realtime/protocol';
import { can } from '@/lib/rules/permissions';
import type { TicketDto } from '@/lib/schemas/ticket';
import { AssigneeMenu } from './assignee-menu';
import { useShortcut } from './commands/use-key-text';
import { useDesk } from './desk-context';
import { FollowButton } from './follow-button';
import { SnoozeMenu } from './lifecycle/snooze-menu';
import { TicketState } from './lifecycle/ticket-state';
import { MoreMenu } from './more-menu';
import { RingsAt } from './offers/rings-at';
import { PriorityMenu } from './priority-menu';
import { StatusMenu } from './status-menu';
import { SubjectLine } from './subject-line';
import { TagLine } from './tag-line';
import { ticketFacts } from './ticket-facts';
import { UrgencyWhy } from './urgency-why';
import { useCopyLink } from './use-copy-link';
import { useRoutingText } from './use-routing-text';
import { useTake } from './use-take';
import { Viewers } from './viewers';

// most tickets have no call
const CallLine = dynamic(() => import('./voice/call-line').then((file) => file.CallLine));

interface TicketHeaderProps {
  ticket: TicketDto;
  marks: readonly Mark[];
  contextOpen: boolean;
  onContext: () => void;
}

/** Two lines: what it is, and its state as buttons. While nobody holds it, a third says why. */
export function TicketHeader({ ticket, marks, contextOpen, onContext }: TicketHeaderProps) {
  const t = useTranslations('desk.ticket');
  const { go, me } = useDesk();
  const copy = useCopyLink(ticket.number);
  const take = useTake(ticket);
  const routing = useRoutingText();
  const takeKey = useShortcut('take');
  const contextKey = useShortcut('context');
  const waits =
    ticket.assigned_agent === null && ticket.status === 'OPEN' && !ticket.is_spam && !ticket.is_deleted;
  return (
    <header className="shrink-0 border-b bg-surface">
      <div className="flex min-h-14 items-center gap-1.5 ps-3 pe-2 md:ps-5">
        <IconButton
          label={t('back')}
          icon={<ArrowLeft aria-hidden className="size-4.5 rtl:-scale-x-100" />}
          onClick={() => go(null)}
          className="md:hidden"
        />
        <Tooltip label={t('copyLink')}>
          <button
            type="button"
            onClick={copy}
            aria-label={t('copyLinkLabel', { number: String(ticket.number) })}
            className="tabular -ms-1.5 h-7 shrink-0 rounded-control px-1.5 font-mono text-small text-ink-3 hover:bg-hover hover:text-ink coarse:h-control"
          >
            #{ticket.number}
          </button>
        </Tooltip>
        {ticket.customer.is_vip ? <VipMark className="size-4" /> : null}
        <SubjectLine ticket={ticket} />
        <Viewers marks={marks} />
        <IconButton
          label={contextOpen ? t('hideContext') : t('showContext')}
          shortcut={contextKey}
          aria-expanded={contextOpen}
          icon={<PanelRight aria-hidden className="size-4.5 rtl:-scale-x-100" strokeWidth={1.75} />}
          onClick={onContext}
        />
        <SnoozeMenu ticket={ticket} />
        <MoreMenu ticket={ticket} />
      </div>
      <div className="flex min-h-9 flex-wrap items-center gap-1 px-3 pb-2 md:px-5">
        <StatusMenu ticket={ticket} />
        <PriorityMenu ticket={ticket} />
        <AssigneeMenu ticket={ticket} />
        <UrgencyWhy ticket={ticket} />
        <TagLine ticket={ticket} />
        <span className="flex-1" />
        {can(me, 'ticket.note', ticketFacts(ticket)) ? <FollowButton ticket={ticket} /> : null}
        {take ? (
          <Tooltip label={t('takeHint')} shortcut={takeKey}>
            <Button size="small" variant={waits ? 'primary' : 'secondary'} className="ms-auto" onClick={take}>
              {t('take')}
            </Button>
          </Tooltip>
        ) : null}
      </div>
      {ticket.ringing ? <RingsAt ringing={ticket.ringing} /> : null}
      {ticket.call ? <CallLine ticket={ticket} call={ticket.call} /> : null}
      {waits && !ticket.ringing && ticket.routing.text ? (
        <p className="flex items-start gap-2 border-t px-3 py-1.5 text-small text-ink-2 md:px-5">
          <Route aria-hidden className="mt-px size-4 shrink-0 text-warn" strokeWidth={1.75} />
          <span className="text-pretty">{routing({ ...ticket.routing, text: ticket.routing.text })}</span>
        </p>
      ) : null}
      <TicketState ticket={ticket} />
      {ticket.is_deleted || ticket.is_spam ? (
        <p className="border-t bg-danger-bg px-3 py-1.5 text-small text-danger md:px-5">
          {ticket.is_deleted ? t('inTrash') : t('isSpam')}
        </p>
      ) : null}
    </header>
  );
}
