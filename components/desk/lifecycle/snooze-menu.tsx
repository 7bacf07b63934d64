'use client';
import { AlarmClock, AlarmClockOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { can } from '@/lib/rules/permissions';
import { snoozeTimes } from '@/lib/rules/snooze-times';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useCommandPart } from '../commands/command-context';
import { useShortcut } from '../commands/use-key-text';
import { useDesk } from '../desk-context';
import { ticketFacts } from '../ticket-facts';
import { TimeForm } from './time-form';
import { useSnoozeAct } from './use-snooze-act';
import { useWakeTime } from './use-wake-time';

/** Puts the ticket off: the usual times of the reader's own clock, an answer, or any time. */
export function SnoozeMenu({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('lifecycle.snooze');
  const { me } = useDesk();
  const { sleep, wake } = useSnoozeAct(ticket);
  const wakeTime = useWakeTime();
  const [open, setOpen] = useState(false);
  const [picking, setPicking] = useState(false);
  const isOpen = ticket.status !== 'RESOLVED' && ticket.status !== 'CLOSED';
  const may = isOpen && can(me, 'ticket.snooze', ticketFacts(ticket));
  const key = useShortcut('snooze');
  useCommandPart('snooze', { open: may ? () => setOpen(true) : null });
  if (!may) return null;
  return (
    <>
      <Menu
        align="end"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <IconButton
            label={ticket.snooze ? t('labelActive') : t('label')}
            shortcut={key}
            aria-pressed={Boolean(ticket.snooze)}
            icon={<AlarmClock aria-hidden className="size-4.5" strokeWidth={1.75} />}
          />
        }
      >
        {snoozeTimes(new Date(), me.time_zone).map(({ preset, at }) => (
          <MenuItem key={preset} onClick={() => sleep(at.toISOString())}>
            <span className="flex items-baseline justify-between gap-6">
              {t(preset)}
              <span className="tabular text-small text-ink-3">{wakeTime(at.toISOString())}</span>
            </span>
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onClick={() => sleep(null)}>{t('reply')}</MenuItem>
        <MenuItem onClick={() => setPicking(true)}>{t('pick')}</MenuItem>
        {ticket.snooze ? (
          <>
            <MenuSeparator />
            <MenuItem icon={<AlarmClockOff aria-hidden className="size-4 text-ink-2" />} onClick={wake}>
              {t('wake')}
            </MenuItem>
          </>
        ) : null}
      </Menu>
      <Dialog open={picking} onOpenChange={setPicking} title={t('pickTitle')}>
        <TimeForm
          submit={t('submit')}
          onCancel={() => setPicking(false)}
          onSubmit={(at) => {
            setPicking(false);
            sleep(at);
          }}
        />
      </Dialog>
    </>
  );
}
