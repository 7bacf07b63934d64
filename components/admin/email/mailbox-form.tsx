'use client';
import { useTranslations } from 'next-intl';
import { useCreateMailbox, useEditMailbox } from '@/components/data/use-email-channel';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast';
import type { MailboxDto } from '@/lib/schemas/email-channel';
import { MAIL_HISTORIES } from '@/lib/schemas/values';
import { ActiveSwitch } from '../channels/active-switch';
import { TeamField } from '../channels/team-field';
import { DraftForm } from '../draft-form';
import { SelectField } from '../select-field';
import { TextField } from '../text-field';
import { useDraft } from '../use-draft';
import { ImapSection } from './imap-section';
import { MailboxKey } from './mailbox-key';
import { type ImapDraft, imapInputOf, type ServerDraft, smtpInputOf } from './server-draft';
import { SmtpSection } from './smtp-section';

const draftOf = (mailbox: MailboxDto | null) => ({
  ...{ address: '', team_id: mailbox?.team_id ?? null, sender: mailbox?.sender ?? '' },
  ...{ signature: mailbox?.signature ?? '', history: mailbox?.history ?? 'none' },
  ...{ auth_host: mailbox?.auth_host ?? '', quiet_minutes: mailbox?.quiet_minutes?.toString() ?? '' },
  // what nobody touched is not sent: it would be begun with anew
  imap: undefined as ImapDraft | null | undefined,
  smtp: undefined as ServerDraft | null | undefined,
  is_active: mailbox?.is_active ?? true,
});

interface MailboxFormProps {
  mailbox: MailboxDto | null;
  onDone: () => void;
  /** A new one is there: its servers are set up next. */
  onMade: (mailbox: MailboxDto) => void;
}

/** Makes a mailbox, or changes how its mails look, where its tickets go, and by which servers its mail comes and goes. */
export function MailboxForm({ mailbox, onDone, onMade }: MailboxFormProps) {
  const t = useTranslations('channels');
  const c = useTranslations('common');
  const create = useCreateMailbox();
  const edit = useEditMailbox();
  const { of, fault, form } = useDraft({
    start: draftOf(mailbox),
    save: ({ address, is_active, imap, smtp, sender, auth_host, quiet_minutes, ...rest }) => {
      const input = {
        ...{ ...rest, sender: sender || null, auth_host: auth_host || null },
        quiet_minutes: quiet_minutes === '' ? null : Number(quiet_minutes),
      };
      if (!mailbox) return create.mutateAsync({ ...input, address });
      const servers = { imap: imap && imapInputOf(imap), smtp: smtp && smtpInputOf(smtp) };
      return edit.mutateAsync({ ...input, ...servers, id: mailbox.id, is_active });
    },
    onSaved: (kept) => {
      toast.success(t(mailbox ? 'kept' : 'made', { address: kept.address }));
      if (mailbox) onDone();
      else onMade(kept);
    },
  });
  const signature = of('signature');
  return (
    <DraftForm form={form} submit={mailbox ? c('save') : t('create')} onCancel={onDone}>
      {mailbox ? null : (
        <TextField
          {...{ label: t('address'), hint: t('addressHint'), type: 'email' }}
          {...{ placeholder: 'support@example.com', ...of('address') }}
        />
      )}
      <TeamField {...of('team_id')} />
      <TextField label={t('sender')} hint={t('senderHint')} dir="auto" maxLength={60} {...of('sender')} />
      <Field label={t('signature')} hint={t('signatureHint')} error={signature.error}>
        <Textarea
          dir="auto"
          rows={3}
          maxLength={1_000}
          className="max-h-48"
          value={signature.value}
          onChange={(event) => signature.onChange(event.target.value)}
        />
      </Field>
      <SelectField
        label={t('history')}
        items={MAIL_HISTORIES.map((value) => ({ value, label: t(`histories.${value}`) }))}
        {...of('history')}
      />
      <TextField label={t('host')} hint={t('hostHint')} placeholder="mx.example.com" {...of('auth_host')} />
      <TextField
        {...{ label: t('quietAfter'), hint: t('quietHint'), type: 'number', min: 5, max: 10_080 }}
        {...{ className: 'max-w-28', ...of('quiet_minutes') }}
      />
      {mailbox ? (
        <>
          <ImapSection mailbox={mailbox} {...of('imap')} fault={fault} />
          <SmtpSection mailbox={mailbox} {...of('smtp')} fault={fault} />
          <MailboxKey id={mailbox.id} />
          <ActiveSwitch hint={t('activeHint')} {...of('is_active')} />
        </>
      ) : null}
    </DraftForm>
  );
}
