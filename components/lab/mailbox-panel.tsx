'use client';
import { SquarePen } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryError } from '@/components/data/query-error';
import { useLabMail } from '@/components/data/use-lab-mail';
import { Button } from '@/components/ui/button';
import { LetterForm } from './letter-form';
import { LetterList } from './letter-list';
import { LetterView } from './letter-view';
import { likeReader } from './like-reader';
import { PanelSkeleton } from './panel-skeleton';
import { PersonPicker } from './person-picker';

/** A customer's mail program: what came, what was sent and where it ended, and a letter to write. */
export function MailboxPanel() {
  const t = useTranslations('lab.mailbox');
  const mail = useLabMail();
  const locale = useLocale();
  const [email, setEmail] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  if (mail.isError && !mail.data) return <QueryError title={t('failed')} query={mail} />;
  if (!mail.data) return <PanelSkeleton />;

  const { customers, mailbox } = mail.data;
  const customer = customers.find((one) => one.email === email) ?? likeReader(customers, locale);
  const close = () => setOpen(null);
  return (
    <>
      <div className="flex items-center gap-2 border-b border-line px-4 py-2">
        <PersonPicker
          label={t('who')}
          people={customers.map((one) => ({ id: one.email, ...one }))}
          chosen={customer.email}
          onChoose={(next) => {
            setEmail(next);
            close();
          }}
        />
        <Button
          variant="primary"
          icon={<SquarePen aria-hidden className="size-4" />}
          onClick={() => setOpen('new')}
        >
          {t('write')}
        </Button>
      </div>
      {open === 'new' ? (
        <LetterForm key={customer.email} customer={customer} to={mailbox} onDone={close} />
      ) : open ? (
        <LetterView key={open} id={open} onBack={close} />
      ) : (
        <LetterList customer={customer.email} onOpen={setOpen} />
      )}
    </>
  );
}
