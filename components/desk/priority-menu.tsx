'use client';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Menu, MenuRadio } from '@/components/ui/menu';
import { PriorityGlyph } from '@/components/ui/priority-glyph';
import { can } from '@/lib/rules/permissions';
import type { TicketDto } from '@/lib/schemas/ticket';
import { PRIORITIES } from '@/lib/schemas/values';
import { useDesk } from './desk-context';
import { fieldButtonStyle } from './field-button-style';
import { ticketFacts } from './ticket-facts';
import { useTicketActs } from './use-ticket-acts';

export function PriorityMenu({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('desk.ticket');
  const c = useTranslations('common.priority');
  const { me } = useDesk();
  const { setPriority } = useTicketActs(ticket);
  const glyph = <PriorityGlyph priority={ticket.priority} />;
  if (!can(me, 'ticket.edit', ticketFacts(ticket))) {
    return (
      <span className="inline-flex items-center gap-1.5 px-1 text-small text-ink-2">
        {glyph}
        {c(ticket.priority)}
      </span>
    );
  }
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t('priorityLabel', { priority: c(ticket.priority) })}
          className={fieldButtonStyle}
        >
          {glyph}
          {c(ticket.priority)}
          <ChevronDown aria-hidden className="size-3.5 text-ink-3" />
        </button>
      }
    >
      <MenuRadio
        label={t('priority')}
        value={ticket.priority}
        onValueChange={(priority) => {
          if (priority !== ticket.priority) void setPriority(priority);
        }}
        choices={PRIORITIES.toReversed().map((value) => ({
          value,
          label: c(value),
          icon: <PriorityGlyph priority={value} />,
        }))}
      />
    </Menu>
  );
}
