'use client';
import { CloudOff, RefreshCw } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useConnection } from '@/components/data/use-connection';
import { dateFormat } from '@/components/ui/date-format';
import { formatLocale } from '@/components/ui/format-locale';

const PATIENCE_MS = 3_000;
const FLASH_MS = 3_000;

/** Says that the line is cut once it has been for 3 s, since when if it lasts, and that all is fresh again when it is back. */
export function ConnectionBar() {
  const t = useTranslations('desk.connection');
  const locale = useLocale();
  const { state, since } = useConnection();
  const [shown, setShown] = useState<'none' | 'lost' | 'back'>('none');
  const wasShown = useRef(false);

  useEffect(() => {
    if (state === 'connected') {
      if (!wasShown.current) return;
      wasShown.current = false;
      setShown('back');
      const timer = setTimeout(() => setShown('none'), FLASH_MS);
      return () => clearTimeout(timer);
    }
    if (since === 0) return;
    const timer = setTimeout(
      () => {
        wasShown.current = true;
        setShown('lost');
      },
      Math.max(0, since + PATIENCE_MS - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [state, since]);

  const time = dateFormat(formatLocale(locale), { hour: '2-digit', minute: '2-digit' }).format(since);
  return (
    <div role="status" className="contents">
      {shown === 'lost' ? (
        <p className="flex min-h-8 items-center justify-center gap-2 border-b border-note-line bg-note px-4 py-1 text-small text-note-ink">
          {state === 'offline' ? (
            <CloudOff aria-hidden className="size-4 shrink-0" />
          ) : (
            <RefreshCw aria-hidden className="size-4 shrink-0 animate-spin" />
          )}
          {state === 'offline' ? t('offline', { time }) : t('connecting')}
        </p>
      ) : null}
      {shown === 'back' ? (
        <p className="flex min-h-8 items-center justify-center gap-2 border-b bg-selected px-4 py-1 text-small text-ink">
          {t('back')}
        </p>
      ) : null}
    </div>
  );
}
