'use client';
import { BookmarkPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { useDesk } from './desk-context';
import { ViewDialog } from './view-dialog';

/** Keeps a search as a view: live, with a count, an order, groups and acts on many like every other one. */
export function SaveSearch({ q }: { q: string }) {
  const t = useTranslations('search');
  const { go } = useDesk();
  const [naming, setNaming] = useState(false);
  return (
    <>
      <IconButton
        label={t('save')}
        icon={<BookmarkPlus aria-hidden className="size-4.5" strokeWidth={1.75} />}
        onClick={() => setNaming(true)}
      />
      <ViewDialog
        open={naming}
        onOpenChange={setNaming}
        content={{ filter: { search: q }, sort: 'updated', group: null, columns: null }}
        onSaved={(key) => go(null, { view: key })}
      />
    </>
  );
}
