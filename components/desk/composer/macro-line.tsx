'use client';
import { X, Zap } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { DraftContent } from '@/components/data/draft-content';
import { IconButton } from '@/components/ui/icon-button';
import { useChangeValue } from './change-list';

/** What sending will change besides, while a macro's text stands in the composer. */
export function MacroLine({ macro, onDrop }: { macro: DraftContent['macro']; onDrop: () => void }) {
  const t = useTranslations('macros');
  const e = useTranslations('macros.editor');
  const value = useChangeValue();
  if (!macro || macro.changes.length === 0) return null;
  const changes = macro.changes.map(({ field, to }) => `${e(field)}: ${value(field, to)}`);
  return (
    <p className="mx-3 my-1.5 flex min-h-7 items-center gap-2 rounded-control bg-sunken ps-2.5 text-small text-ink-2">
      <Zap aria-hidden className="size-3.5 shrink-0" />
      <span className="min-w-0 flex-1 py-1 [overflow-wrap:anywhere]">
        {t('onSend', { title: macro.title ?? t('macro'), changes: changes.join(' · ') })}
      </span>
      <IconButton label={t('drop')} icon={<X aria-hidden className="size-3.5" />} onClick={onDrop} />
    </p>
  );
}
