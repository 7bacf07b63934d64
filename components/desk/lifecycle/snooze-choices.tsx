'use client';
import { useTranslations } from 'next-intl';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { snoozeTimes } from '@/lib/rules/snooze-times';
import { useDesk } from '../desk-context';
import { TimeForm } from './time-form';
import { useWakeTime } from './use-wake-time';

interface SnoozeChoicesProps {
  trigger: ReactElement;
  side?: 'top' | 'bottom';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Until a time; null: until the customer answers. */
  onSleep: (until: string | null) => void;
  /** More entries, after the times. */
  children?: ReactNode;
}

/** When something comes back: the usual times of the reader's own clock, an answer, or any time. */
export function SnoozeChoices({ trigger, side, open, onOpenChange, onSleep, children }: SnoozeChoicesProps) {
  const t = useTranslations('lifecycle.snooze');
  const [picking, setPicking] = useState(false);
  return (
    <>
      <Menu align="end" side={side} open={open} onOpenChange={onOpenChange} trigger={trigger}>
        <SnoozeTimes onSleep={onSleep} />
        <MenuSeparator />
        <MenuItem onClick={() => onSleep(null)}>{t('reply')}</MenuItem>
        <MenuItem onClick={() => setPicking(true)}>{t('pick')}</MenuItem>
        {children}
      </Menu>
      <Dialog open={picking} onOpenChange={setPicking} title={t('pickTitle')}>
        <TimeForm
          submit={t('submit')}
          onCancel={() => setPicking(false)}
          onSubmit={(at) => {
            setPicking(false);
            onSleep(at);
          }}
        />
      </Dialog>
    </>
  );
}

/** Worked out when the menu is open, not with every ticket. */
function SnoozeTimes({ onSleep }: { onSleep: (until: string) => void }) {
  const t = useTranslations('lifecycle.snooze');
  const { me } = useDesk();
  const wakeTime = useWakeTime();
  return snoozeTimes(new Date(), me.time_zone).map(({ preset, at }) => (
    <MenuItem key={preset} onClick={() => onSleep(at.toISOString())}>
      <span className="flex items-baseline justify-between gap-6">
        {t(preset)}
        <span className="tabular text-small text-ink-3">{wakeTime(at.toISOString())}</span>
      </span>
    </MenuItem>
  ));
}
