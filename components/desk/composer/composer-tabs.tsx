'use client';
import { Tabs } from '@base-ui/react/tabs';
import { cx } from 'class-variance-authority';
import { Lock, Reply } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { DraftKind } from '@/lib/schemas/values';

/** Reply | Internal note. */
export function ComposerTabs({ kinds }: { kinds: readonly DraftKind[] }) {
  const t = useTranslations('composer');
  return (
    <Tabs.List aria-label={t('modes')} className="flex gap-1">
      {kinds.map((one) => (
        <Tabs.Tab
          key={one}
          value={one}
          className={cx(
            'relative inline-flex h-8 items-center gap-1.5 rounded-control px-2.5 text-small font-[550] text-ink-2 hover:text-ink coarse:h-control',
            'data-active:text-ink data-active:after:absolute data-active:after:inset-x-2.5 data-active:after:-bottom-px data-active:after:h-0.5 data-active:after:rounded-full',
            one === 'note'
              ? 'data-active:text-note-ink data-active:after:bg-note-ink'
              : 'data-active:after:bg-accent',
          )}
        >
          {one === 'note' ? (
            <Lock aria-hidden className="size-3.5" />
          ) : (
            <Reply aria-hidden className="size-3.5 rtl:-scale-x-100" />
          )}
          {t(one)}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}
