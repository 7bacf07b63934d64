'use client';
import { useTranslations } from 'next-intl';
import { useTopics } from '@/components/data/use-topics';
import type { CannedReplyPreviewDto } from '@/lib/schemas/canned-reply';
import type { Priority, Status } from '@/lib/schemas/values';
import { useWakeTime } from '../lifecycle/use-wake-time';

type Change = CannedReplyPreviewDto['changes'][number];

/** What a macro changes, one line each: what it is, and what it will be. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const t = useTranslations('macros.editor');
  const value = useChangeValue();
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-small">
      {changes.map((change) => (
        <div key={change.field} className="contents">
          <dt className="text-ink-3">{t(change.field)}</dt>
          <dd className="min-w-0 truncate">
            {change.field.endsWith('_tags') ? null : (
              <span className="me-1 text-ink-3 line-through">{value(change.field, change.from)}</span>
            )}
            <span className="font-[550] text-ink">{value(change.field, change.to)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A value of a change as people call it. */
export function useChangeValue(): (field: Change['field'], value: string | null) => string {
  const t = useTranslations('macros.editor');
  const c = useTranslations('common');
  const { nameOf } = useTopics();
  const wakeTime = useWakeTime();
  return (field, value) => {
    if (field === 'status' && value !== null) return c(`status.${value as Status}`);
    if (field === 'priority' && value !== null) return c(`priority.${value as Priority}`);
    if (field === 'topic') return value === null ? t('noTopic') : nameOf(value);
    if (field === 'team') return value ?? t('noTeam');
    if (field === 'add_tags' || field === 'remove_tags') return value ?? '';
    if (field === 'snooze') {
      if (value === null) return t('awake');
      return value === 'reply' ? t('untilReply') : wakeTime(value);
    }
    if (field === 'follow') return t(value === 'yes' ? 'follows' : 'followsNot');
    return value ?? t('nobody');
  };
}
