'use client';
import { cx } from 'class-variance-authority';
import { useLocale, useTranslations } from 'next-intl';
import { useConnection } from '@/components/data/use-connection';
import { formatLocale } from '@/components/ui/format-locale';

/** Whether what stands here is of this moment; when it was, if not. */
export function BoardState({ at }: { at: number }) {
  const t = useTranslations('board');
  const locale = useLocale();
  const isLive = useConnection().state === 'connected';
  const time =
    at === 0
      ? null
      : new Intl.DateTimeFormat(formatLocale(locale), { timeStyle: 'medium' }).format(new Date(at));
  return (
    <p className="tabular mt-1 flex h-5 items-center gap-2 text-small text-ink-3">
      {time === null ? null : (
        <>
          <span
            aria-hidden
            className={cx('size-2 rounded-full border', isLive ? 'border-accent bg-accent' : 'border-warn')}
          />
          {t(isLive ? 'live' : 'stale', { time })}
        </>
      )}
    </p>
  );
}
