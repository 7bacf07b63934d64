'use client';
import { useTranslations } from 'next-intl';
import { useSnooze, useUnsnooze } from '@/components/data/use-lifecycle';
import { useProblemText } from '@/components/data/use-problem-text';
import { toast } from '@/components/ui/toast';
import type { TicketDto } from '@/lib/schemas/ticket';
import { toastUndo } from '../commands/last-act';
import { useGoOn } from '../commands/use-go-on';
import { useWakeTime } from './use-wake-time';

/** Snoozing and waking with their words: a toast says until when and takes it back. */
export function useSnoozeAct(ticket: TicketDto) {
  const t = useTranslations('lifecycle.snooze');
  const c = useTranslations('common');
  const { problem } = useProblemText();
  const wakeTime = useWakeTime();
  const goOn = useGoOn();
  const snooze = useSnooze(ticket);
  const unsnooze = useUnsnooze(ticket);
  const failed = (error: Error) => toast.error(t('failed'), { description: problem(error) });
  const wake = () => void unsnooze.mutateAsync({}).catch(failed);
  const sleep = (until: string | null) => {
    const before = ticket.snooze;
    const undo = () => (before ? void snooze.mutateAsync(before).catch(failed) : wake());
    const number = String(ticket.number);
    snooze.mutate(
      { until },
      {
        onError: failed,
        onSuccess: () => {
          toastUndo(until ? t('done', { number, time: wakeTime(until) }) : t('doneReply', { number }), {
            label: c('undo'),
            undo,
          });
          goOn(ticket.number);
        },
      },
    );
  };
  return { sleep, wake };
}
