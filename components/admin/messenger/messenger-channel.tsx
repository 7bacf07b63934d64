'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryError } from '@/components/data/query-error';
import { useMessengerPages } from '@/components/data/use-messenger-channel';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { MessengerPageDto } from '@/lib/schemas/messenger';
import { PageHead } from '../page-head';
import { MessengerEvents } from './messenger-events';
import { MessengerPageForm } from './messenger-page-form';
import { MessengerPageRow } from './messenger-page-row';

/** The house's pages on Facebook, how they are, and what Facebook told of them. */
export function MessengerChannel() {
  const t = useTranslations('messenger');
  const pages = useMessengerPages();
  const [dialog, setDialog] = useState<{ open: boolean; page: MessengerPageDto | null }>({
    ...{ open: false, page: null },
  });
  const close = () => setDialog((now) => ({ ...now, open: false }));
  const add = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden className="size-4" />}
      onClick={() => setDialog({ open: true, page: null })}
    >
      {t('add')}
    </Button>
  );
  return (
    <div className="max-w-220">
      <PageHead title={t('title')} detail={t('detail')} action={add} />
      <section aria-label={t('pages')} className="mt-6">
        {pages.data?.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneDetail')}</EmptyState>
        ) : pages.data ? (
          <ul className="border-t">
            {pages.data.map((page) => (
              <MessengerPageRow key={page.id} page={page} onEdit={() => setDialog({ open: true, page })} />
            ))}
          </ul>
        ) : pages.error ? (
          <QueryError title={t('failed')} query={pages} />
        ) : (
          <Skeleton className="h-24" />
        )}
      </section>
      {pages.data && pages.data.length > 0 ? <MessengerEvents /> : null}
      <Dialog
        open={dialog.open}
        onOpenChange={(open) => setDialog((now) => ({ ...now, open }))}
        title={dialog.page ? dialog.page.name : t('new')}
      >
        <MessengerPageForm key={dialog.page?.id ?? 'new'} page={dialog.page} onDone={close} />
      </Dialog>
    </div>
  );
}
