'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { useTopics } from '@/components/data/use-topics';
import type { UrgencyReason } from '@/lib/schemas/urgency';

/** What made a ticket urgent, the weightiest first, each with its points. */
export function UrgencyReasons({ reasons }: { reasons: readonly UrgencyReason[] }) {
  const t = useTranslations('urgency');
  const words = useReasonText();
  return (
    <ul className="flex flex-col gap-1.5 text-small">
      {reasons.map((reason) => (
        <li key={words(reason)} className="flex items-baseline justify-between gap-4">
          <span className="min-w-0 text-ink [overflow-wrap:anywhere]">{words(reason)}</span>
          <span className="tabular shrink-0 text-ink-3">{t('points', { points: reason.points })}</span>
        </li>
      ))}
    </ul>
  );
}

/** A reason in words. */
export function useReasonText(): (reason: UrgencyReason) => string {
  const t = useTranslations('urgency.reason');
  const c = useTranslations('common');
  const format = useFormatter();
  const { nameOf } = useTopics();
  return (reason) => {
    switch (reason.code) {
      case 'words':
        return t('words', {
          words: format.list(
            reason.words.map((text) => c('quoted', { text })),
            { type: 'unit' },
          ),
        });
      case 'topic':
        return t('topic', { topic: nameOf(reason.topic) });
      case 'priority':
        return t('priority', { priority: c(`priority.${reason.priority}`) });
      case 'vip':
        return t('vip');
      case 'waits':
        return t('waits', { hours: reason.hours });
      case 'again':
        return t('again', { messages: reason.messages, hours: reason.hours });
    }
  };
}
