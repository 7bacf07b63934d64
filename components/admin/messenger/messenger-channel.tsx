'use client';
import { useTranslations } from 'next-intl';
import { useMessengerPages } from '@/components/data/use-messenger-channel';
import { Dialog } from '@/components/ui/dialog';
import type { MessengerPageDto } from '@/lib/schemas/messenger';
import { RowsPage } from '../rows-page';
import { useEditDialog } from '../use-edit-dialog';
import { MessengerEvents } from './messenger-events';
import { MessengerPageForm } from './messenger-page-form';
import { MessengerPageRow } from './messenger-page-row';

/** The house's pages on Facebook, how they are, and what Facebook told of them. */
export function MessengerChannel() {
  const t = useTranslations('messenger');
  const pages = useMessengerPages();
  const dialog = useEditDialog<MessengerPageDto>();
  return (
    <div className="max-w-220">
      <RowsPage words={t} query={pages} onAdd={() => dialog.edit(null)}>
        {(page) => <MessengerPageRow key={page.id} page={page} onEdit={() => dialog.edit(page)} />}
      </RowsPage>
      {pages.data?.length ? <MessengerEvents /> : null}
      <Dialog {...dialog.props} title={dialog.row ? dialog.row.name : t('new')}>
        <MessengerPageForm key={dialog.row?.id ?? 'new'} page={dialog.row} onDone={dialog.close} />
      </Dialog>
    </div>
  );
}
