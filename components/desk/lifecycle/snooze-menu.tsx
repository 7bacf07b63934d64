'use client';
import { AlarmClock, AlarmClockOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { MenuItem, MenuSeparator } from '@/components/ui/menu';
import { can } from '@/lib/rules/permissions';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useCommandPart } from '../commands/command-context';
import { useShortcut } from '../commands/use-key-text';
import { useDesk } from '../desk-context';
import { ticketFacts } from '../ticket-facts';
import { SnoozeChoices } from './snooze-choices';
import { useSnoozeAct } from './use-snooze-act';

/** Puts the ticket off: the usual times of the reader's own clock, an answer, or any time. */
export function SnoozeMenu({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('lifecycle.snooze');
  const { me } = useDesk();
  const { sleep, wake } = useSnoozeAct(ticket);
  const [open, setOpen] = useState(false);
  const isOpen = ticket.status !== 'RESOLVED' && ticket.status !== 'CLOSED';
  const may = isOpen && can(me, 'ticket.snooze', ticketFacts(ticket));
  const key = useShortcut('snooze');
  useCommandPart('snooze', { open: may ? () => setOpen(true) : null });
  if (!may) return null;
  return (
    <SnoozeChoices
      open={open}
      onOpenChange={setOpen}
      onSleep={sleep}
      trigger={
        <IconButton
          label={ticket.snooze ? t('labelActive') : t('label')}
          shortcut={key}
          aria-pressed={Boolean(ticket.snooze)}
          icon={<AlarmClock aria-hidden className="size-4.5" strokeWidth={1.75} />}
        />
      }
    >
      {ticket.snooze ? (
        <>
          <MenuSeparator />
          <MenuItem icon={<AlarmClockOff aria-hidden className="size-4 text-ink-2" />} onClick={wake}>
            {t('wake')}
          </MenuItem>
        </>
      ) : null}
    </SnoozeChoices>
  );
}
