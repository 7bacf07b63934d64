'use client';
import { Hand } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';

/** Somebody writes on a ticket that nobody holds: one key makes it his. It never stands in the way. */
export function TakeOffer({ onTake, onDismiss }: { onTake: () => void; onDismiss: () => void }) {
  const t = useTranslations('notices.take');
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // by its place on the keyboard: with Alt some layouts make another letter of it
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyA') return;
      event.preventDefault();
      onTake();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onTake]);
  return (
    <div
      role="status"
      className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 border-t bg-canvas px-5 py-1 text-small text-ink-2"
    >
      <Hand aria-hidden className="size-4 shrink-0 text-accent" strokeWidth={1.75} />
      <span className="min-w-0 flex-1">{t('offer')}</span>
      <Button size="small" variant="secondary" onClick={onTake} aria-keyshortcuts="Alt+A">
        {t('take')}
        <span className="hidden gap-1 pointer-fine:inline-flex">
          <Kbd>Alt A</Kbd>
        </span>
      </Button>
      <Button size="small" variant="quiet" onClick={onDismiss}>
        {t('later')}
      </Button>
    </div>
  );
}
