'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { useNewDraft } from './use-new-draft';

/** A request that was begun and not sent, to go on with. */
export function UnfinishedRequest({ meId }: { meId: string }) {
  const t = useTranslations('portal.list.unfinished');
  const draft = useNewDraft(meId);
  const [dropped, setDropped] = useState<{ subject: string; description: string } | null>(null);
  const begun = (draft.subject.trim() || draft.description.trim()).slice(0, 120);
  if (!begun && !dropped) return null;
  const drop = () => {
    setDropped({ subject: draft.subject, description: draft.description });
    draft.set({ subject: '', description: '' });
  };
  return (
    <section className="mb-8 flex flex-wrap items-center gap-x-4 gap-y-2 border-s-2 border-line-strong py-1 ps-4 sm:ps-6">
      {begun ? (
        <>
          <p className="min-w-0 flex-1 basis-64">
            <span className="block text-small text-ink-2">{t('title')}</span>
            <span dir="auto" className="block truncate text-ui font-[600] text-ink">
              {begun}
            </span>
          </p>
          <Link href="/requests/new" className={buttonStyle({ variant: 'secondary' })}>
            {t('continue')}
          </Link>
          <Button variant="quiet" onClick={drop}>
            {t('discard')}
          </Button>
        </>
      ) : (
        <>
          <p className="flex-1 text-ui text-ink-2">{t('discarded')}</p>
          <Button
            variant="quiet"
            onClick={() => {
              if (dropped) draft.set(dropped);
              setDropped(null);
            }}
          >
            {t('undo')}
          </Button>
        </>
      )}
    </section>
  );
}
