'use client';
import { Hand } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { CommandKeys } from './commands/command-keys';

/** Somebody writes on a ticket that nobody holds: one key makes it his. It never stands in the way. */
export function TakeOffer({ onTake, onDismiss }: { onTake: () => void; onDismiss: () => void }) {
  const t = useTranslations('notices.take');
  return (
    <div
      role="status"
      className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 border-t bg-canvas px-5 py-1 text-small text-ink-2"
    >
      <Hand aria-hidden className="size-4 shrink-0 text-accent" strokeWidth={1.75} />
      <span className="min-w-0 flex-1">{t('offer')}</span>
      <Button size="small" variant="secondary" onClick={onTake}>
        {t('take')}
        <span className="hidden gap-1 pointer-fine:inline-flex">
          <CommandKeys id="take" />
        </span>
      </Button>
      <Button size="small" variant="quiet" onClick={onDismiss}>
        {t('later')}
      </Button>
    </div>
  );
}
