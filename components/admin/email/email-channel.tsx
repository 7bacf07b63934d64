'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryError } from '@/components/data/query-error';
import { useMailboxes } from '@/components/data/use-email-channel';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { MailboxDto } from '@/lib/schemas/email-channel';
import type { Settings } from '@/lib/schemas/settings';
import { PageHead } from '../page-head';
import { MailRules } from './mail-rules';
import { MailboxForm } from './mailbox-form';
import { MailboxRow } from './mailbox-row';
import { MailsIn } from './mails-in';

/** The addresses at which customers reach the house, and every mail that came to them. */
export function EmailChannel({ settings }: { settings: Settings }) {
  const t = useTranslations('channels');
  const mailboxes = useMailboxes();
  const [dialog, setDialog] = useState<{ open: boolean; mailbox: MailboxDto | null }>({
    ...{ open: false, mailbox: null },
  });
  const add = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden className="size-4" />}
      onClick={() => setDialog({ open: true, mailbox: null })}
    >
      {t('add')}
    </Button>
  );
  return (
    <div className="max-w-220">
      <PageHead title={t('title')} detail={t('detail')} action={add} />
      <section aria-label={t('mailboxes')} className="mt-6">
        {mailboxes.data?.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneDetail')}</EmptyState>
        ) : mailboxes.data ? (
          <ul className="border-t">
            {mailboxes.data.map((mailbox) => (
              <MailboxRow
                key={mailbox.id}
                mailbox={mailbox}
                onEdit={() => setDialog({ open: true, mailbox })}
              />
            ))}
          </ul>
        ) : mailboxes.error ? (
          <QueryError title={t('failed')} query={mailboxes} />
        ) : (
          <Skeleton className="h-24" />
        )}
      </section>
      {mailboxes.data && mailboxes.data.length > 0 ? (
        <>
          <MailRules initial={settings} />
          <MailsIn />
        </>
      ) : null}
      <Dialog
        wide={dialog.mailbox !== null}
        open={dialog.open}
        onOpenChange={(open) => setDialog((now) => ({ ...now, open }))}
        title={dialog.mailbox ? dialog.mailbox.address : t('new')}
      >
        <MailboxForm
          key={dialog.mailbox?.id ?? 'new'}
          mailbox={dialog.mailbox}
          onMade={(mailbox) => setDialog({ open: true, mailbox })}
          onDone={() => setDialog((now) => ({ ...now, open: false }))}
        />
      </Dialog>
    </div>
  );
}
