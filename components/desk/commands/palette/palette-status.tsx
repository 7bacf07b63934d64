'use client';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useDebounced } from '@/components/data/use-debounced';

import { usePalette } from './palette-context';

/** Says how many lines there are, once typing has paused, and that there are none. */
export function PaletteStatus({ count, empty }: { count: number; empty?: string }) {
  const t = useTranslations('commands.palette');
  const { settle, place } = usePalette();
  const said = useDebounced(count, 300);
  // whatever came in: what fits best is what Enter takes
  useEffect(settle);
  if (!place) return null;
  return createPortal(
    <>
      {count === 0 ? <p className="px-2.5 py-3 text-small text-ink-3">{empty ?? t('nothing')}</p> : null}
      <p role="status" className="sr-only">
        {t('count', { count: said })}
      </p>
    </>,
    place,
  );
}
