'use client';
import { useTranslations } from 'next-intl';
import type { EventDto } from '@/lib/schemas/event';
import { useWakeTime } from './use-wake-time';

const WITH_OTHER = {
  'ticket.merged': 'merged',
  'ticket.absorbed': 'absorbed',
  'ticket.unmerged': 'unmerged',
  'ticket.parted': 'parted',
  'ticket.split': 'split',
  'ticket.created': 'created',
} as const;
const WOKEN = { time: 'wokenTime', reply: 'wokenReply', hand: 'wokenHand', end: 'wokenHand' } as const;

/** The history's lines of snooze, promise, merge and split; null for any other event. */
export function useLifecycleText(): (event: EventDto, actor: string) => string | null {
  const t = useTranslations('lifecycle.event');
  const wakeTime = useWakeTime();
  return ({ type, data }, actor) => {
    if (type in WITH_OTHER)
      return t(WITH_OTHER[type as keyof typeof WITH_OTHER], { actor, number: String(data.other ?? '') });
    switch (type) {
      case 'snooze.changed':
        if (data.woken_by) return t(WOKEN[data.woken_by as keyof typeof WOKEN], { actor });
        return data.until
          ? t('snoozed', { actor, time: wakeTime(data.until) })
          : t('snoozedReply', { actor });
      case 'promise.changed':
        if (!data.until) return t('promiseOver');
        return t(data.is_due ? 'promiseDue' : 'promised', { actor, time: wakeTime(data.until) });
      case 'message.edited':
        return t('edited', { actor });
      case 'message.removed':
        return t('removed', { actor });
      default:
        return null;
    }
  };
}
