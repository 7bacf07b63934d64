'use client';
import { cx } from 'class-variance-authority';
import { Phone, PhoneMissed, Voicemail } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { can } from '@/lib/rules/permissions';
import type { CallDto } from '@/lib/schemas/call';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useCommandPart } from '../commands/command-context';
import { useDesk } from '../desk-context';
import { useWaited } from '../offers/use-waited';
import { ticketFacts } from '../ticket-facts';
import { callState } from './call-state';
import { useCallActs } from './use-call-acts';

const ICONS = { missed: PhoneMissed, left: Voicemail } as const;

/** In the head of a ticket: how its call stands, and what can be done: take the caller, or call the customer back. */
export function CallLine({ ticket, call }: { ticket: TicketDto; call: CallDto }) {
  const t = useTranslations('offers.call');
  const { me } = useDesk();
  const { wish, isPending } = useCallActs(ticket.id);
  const state = callState(call);
  const isLive = call.ended_at === null;
  const isMine = ticket.assigned_agent === me.id;
  const takes =
    isLive && call.state === 'ringing' && call.direction === 'in' && call.agent === null && isMine;
  const calls = !isLive && call.number !== null && can(me, 'ticket.reply', ticketFacts(ticket));
  useCommandPart('callBack', calls ? { call: () => wish(null) } : null);
  const Icon = state === 'missed' || state === 'left' ? ICONS[state] : Phone;
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 border-t px-3 py-1 text-small text-ink-2 md:px-5">
      <Icon
        aria-hidden
        className={cx(
          'size-4 shrink-0',
          state === 'missed' || state === 'held' ? 'text-warn' : 'text-accent',
        )}
      />
      {state ? <span className="font-[550] text-ink">{t(`state.${state}`)}</span> : null}
      {call.number ? (
        <bdi dir="ltr" className="tabular">
          {call.number}
        </bdi>
      ) : null}
      {isLive && call.agent ? <span>{t('with', { name: call.agent.name })}</span> : null}
      {isLive ? (
        <Since at={(call.state === 'held' ? call.held_at : call.answered_at) ?? call.started_at} />
      ) : null}
      {takes || calls ? (
        <Button
          size="small"
          variant={takes || state ? 'primary' : 'secondary'}
          className="ms-auto"
          pending={isPending}
          icon={<Phone aria-hidden className="size-3.5" />}
          onClick={() => wish(takes ? 'pick_up' : null)}
        >
          {t(takes ? 'pickUp' : 'back')}
        </Button>
      ) : null}
    </div>
  );
}

const Since = ({ at }: { at: string }) => (
  <span className="tabular font-[600] text-ink">{useWaited(at)}</span>
);
