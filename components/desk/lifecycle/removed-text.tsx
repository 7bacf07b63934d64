'use client';
import { useTranslations } from 'next-intl';
import type { MessageDto } from '@/lib/schemas/message';

/** In the place of a text that was taken out. */
export function RemovedText({ removed }: { removed: NonNullable<MessageDto['removed']> }) {
  const t = useTranslations('lifecycle.message');
  return (
    <p className="mt-1 text-body text-ink-3 italic">
      {removed.by ? t('removedBy', { name: removed.by }) : t('removed')}
    </p>
  );
}
