'use client';
import { MonitorSmartphone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { OpenDraft } from '@/components/data/use-message-draft';
import { Button } from '@/components/ui/button';

/** The same draft was written on in two places: the person says which stays. */
export function DraftConflict({
  open: { conflict, draft },
  onDone,
}: {
  open: OpenDraft;
  onDone: () => void;
}) {
  const t = useTranslations('composer.conflict');
  if (!conflict) return null;
  return (
    <div role="alert" className="mx-3 mt-2 rounded-control border border-accent bg-canvas px-3 py-2.5">
      <p className="flex items-center gap-2 text-ui font-[600] text-ink">
        <MonitorSmartphone aria-hidden className="size-4 shrink-0 text-accent" />
        {t('title')}
      </p>
      <p dir="auto" className="mt-1 line-clamp-3 text-small whitespace-pre-wrap text-ink-2 wrap-anywhere">
        {conflict.body}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button
          size="small"
          onClick={() => {
            draft.adopt(conflict, Number.POSITIVE_INFINITY);
            onDone();
          }}
        >
          {t('theirs')}
        </Button>
        <Button
          size="small"
          onClick={() => {
            draft.keepMine();
            onDone();
          }}
        >
          {t('mine')}
        </Button>
      </div>
    </div>
  );
}
