'use client';
import { cx } from 'class-variance-authority';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Menu, MenuRadio } from '@/components/ui/menu';
import { STATUS_TINT, StatusChip } from '@/components/ui/status-chip';
import { StatusGlyph } from '@/components/ui/status-glyph';
import { can } from '@/lib/rules/permissions';
import { statusChoices } from '@/lib/rules/status';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { Status } from '@/lib/schemas/values';
import { useDesk } from './desk-context';
import { ticketFacts } from './ticket-facts';
import { useTicketActs } from './use-ticket-acts';

/** The status, and what the rules let this person make of it; applied at once. */
export function StatusMenu({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('desk.ticket');
  const c = useTranslations('common.status');
  const { me } = useDesk();
  const { setStatus } = useTicketActs(ticket);
  const choices = statusChoices(ticket.status, ticket.assigned_agent !== null, me.role);
  if (!can(me, 'ticket.set_status', ticketFacts(ticket)) || choices.length === 0) {
    return <StatusChip status={ticket.status} />;
  }
  const choose = (status: Status) => {
    if (status !== ticket.status) void setStatus(status);
  };
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t('statusLabel', { status: c(ticket.status) })}
          className={cx(
            'chip-edge inline-flex h-7 shrink-0 items-center gap-1.5 rounded-full ps-2 pe-1.5 text-micro hover:brightness-95 coarse:h-control dark:hover:brightness-125',
            STATUS_TINT[ticket.status],
          )}
        >
          <StatusGlyph status={ticket.status} className="size-3.5" />
          {c(ticket.status)}
          <ChevronDown aria-hidden className="size-3.5" />
        </button>
      }
    >
      <MenuRadio
        label={t('status')}
        value={ticket.status}
        onValueChange={choose}
        choices={[ticket.status, ...choices].map((value) => ({
          value,
          label: c(value),
          icon: <StatusGlyph status={value} />,
        }))}
      />
    </Menu>
  );
}
