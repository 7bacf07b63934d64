'use client';
import { Sparkles } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

/** Stands under a text that is the suggestion word for word. */
export function AiUnreadMark() {
  const t = useTranslations('ai');
  return (
    <span className="inline-flex items-center gap-1.5 px-2.5 text-small text-warn">
      <Sparkles aria-hidden className="size-3.5 shrink-0" />
      {t('unread')}
    </span>
  );
}

/** Before such a text goes out: one deliberate act. */
export function AiUnreadBanner({ onSend, onBack }: { onSend: () => void; onBack: () => void }) {
  const t = useTranslations('ai');
  return (
    <div role="alert" className="mx-3 mt-2 rounded-control border border-note-line bg-note px-3 py-2.5">
      <p className="flex items-center gap-2 text-ui font-[600] text-note-ink">
        <Sparkles aria-hidden className="size-4 shrink-0" />
        {t('unreadTitle')}
      </p>
      <p className="mt-1 text-small text-ink">{t('unreadDetail')}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" variant="note" onClick={onSend}>
          {t('unreadSend')}
        </Button>
        <Button size="small" variant="quiet" onClick={onBack}>
          {t('unreadBack')}
        </Button>
      </div>
    </div>
  );
}
