'use client';
import { useTranslations } from 'next-intl';
import { useDebounced } from '@/components/data/use-debounced';

/** Says how many lines there are, once typing has paused, and that there are none. */
export function PaletteStatus({ count, empty }: { count: number; empty?: string }) {
  const t = useTranslations('commands.palette');
  const said = useDebounced(count, 300);
  return (
    <>
      {count === 0 ? <p className="px-2.5 py-3 text-small text-ink-3">{empty ?? t('nothing')}</p> : null}
      <p role="status" className="sr-only">
        {t('count', { count: said })}
      </p>
    </>
  );
}
