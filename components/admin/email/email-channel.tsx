'use client';
import { useTranslations } from 'next-intl';
import { useMailboxes } from '@/components/data/use-email-channel';
import { Dialog } from '@/components/ui/dialog';
import type { MailboxDto } from '@/lib/schemas/email-channel';
import type { Settings } from '@/lib/schemas/settings';
import { RowsPage } from '../rows-page';
import { useEditDialog } from '../use-edit-dialog';
import { MailRules } from './mail-rules';
import { MailboxForm } from './mailbox-form';
import { MailboxRow } from './mailbox-row';
import { MailsIn } from './mails-in';

/** The addresses at which customers reach the house, and every mail that came to them. */
export function EmailChannel({ settings }: { settings: Settings }) {
  const t = useTranslations('channels');
  const mailboxes = useMailboxes();
  const dialog = useEditDialog<MailboxDto>();
  return (
    <div className="max-w-220">
      <RowsPage words={t} query={mailboxes} onAdd={() => dialog.edit(null)}>
        {(mailbox) => <MailboxRow key={mailbox.id} mailbox={mailbox} onEdit={() => dialog.edit(mailbox)} />}
      </RowsPage>
      {mailboxes.data?.length ? (
        <>
          <MailRules initial={settings} />
          <MailsIn />
        </>
      ) : null}
      <Dialog {...dialog.props} wide={dialog.row !== null} title={dialog.row ? dialog.row.address : t('new')}>
        <MailboxForm
          key={dialog.row?.id ?? 'new'}
          mailbox={dialog.row}
          onMade={dialog.edit}
          onDone={dialog.close}
        />
      </Dialog>
    </div>
  );
}
