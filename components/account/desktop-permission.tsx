'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';

type State = NotificationPermission | 'missing' | null;

/** Whether this browser may show desktop notices. It is asked on a click alone, never by itself. */
export function DesktopPermission() {
  const t = useTranslations('notices.desktop');
  const [state, setState] = useState<State>(null);
  useEffect(() => setState('Notification' in window ? Notification.permission : 'missing'), []);
  if (state === null) return null;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-b pb-4">
      <p role="status" className="min-w-0 flex-1 text-small text-ink-2 text-pretty">
        {t(state)}
      </p>
      {state === 'default' ? (
        <Button size="small" onClick={() => void Notification.requestPermission().then(setState)}>
          {t('turnOn')}
        </Button>
      ) : null}
    </div>
  );
}
