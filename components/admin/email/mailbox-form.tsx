'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useCreateMailbox, useEditMailbox } from '@/components/data/use-email-channel';
import { useProblemText } from '@/components/data/use-problem-text';
import { useTeams } from '@/components/data/use-teams';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { Input } from '@/components/ui/input';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast';
import type { MailboxDto } from '@/lib/schemas/email-channel';
import { MAIL_HISTORIES, type MailHistory } from '@/lib/schemas/values';
import { focusInvalid } from '../focus-invalid';
import { ImapSection } from './imap-section';
import { MailboxKey } from './mailbox-key';
import { imapDraft, imapInputOf, smtpDraft, smtpInputOf } from './server-draft';
import { SmtpSection } from './smtp-section';

const NONE = 'none';

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
  const { problem, field } = useProblemText();
  const create = useCreateMailbox();
  const edit = useEditMailbox();
  const teams = useTeams();
  const [address, setAddress] = useState('');
  const [sender, setSender] = useState(mailbox?.sender ?? '');
  const [signature, setSignature] = useState(mailbox?.signature ?? '');
  const [team, setTeam] = useState(mailbox?.team_id ?? null);
  const [history, setHistory] = useState<MailHistory>(mailbox?.history ?? 'none');
  const [host, setHost] = useState(mailbox?.auth_host ?? '');
  const [quiet, setQuiet] = useState(mailbox?.quiet_minutes?.toString() ?? '');
  const [active, setActive] = useState(mailbox?.is_active ?? true);
  const [imap, setImap] = useState(mailbox?.imap ? imapDraft(mailbox) : null);
  const [smtp, setSmtp] = useState(mailbox?.smtp ? smtpDraft(mailbox) : null);
  // what nobody touched is not begun with anew
  const [touched, setTouched] = useState({ imap: false, smtp: false });
  const error = create.error ?? edit.error;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const target = event.currentTarget;
    const input = {
      ...{ sender: sender.trim() || null, signature: signature.trim(), team_id: team, history },
      ...{ auth_host: host.trim() || null, quiet_minutes: quiet === '' ? null : Number(quiet) },
    };
    const servers = {
      ...(touched.imap ? { imap: imap && imapInputOf(imap) } : {}),
      ...(touched.smtp ? { smtp: smtp && smtpInputOf(smtp) } : {}),
    };
    const done = {
      onSuccess: (kept: MailboxDto) => {
        toast.success(t(mailbox ? 'kept' : 'made', { address: kept.address }));
        if (mailbox) onDone();
        else onMade(kept);
      },
      onError: () => focusInvalid(target),
    };
    if (mailbox) edit.mutate({ id: mailbox.id, is_active: active, ...input, ...servers }, done);
    else create.mutate({ address: address.trim(), ...input }, done);
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {mailbox ? null : (
        <Field label={t('address')} hint={t('addressHint')} error={field(error, 'address')}>
          <Input
            type="email"
            dir="ltr"
            autoComplete="off"
            placeholder="support@example.com"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        </Field>
      )}
      <Field label={t('sender')} hint={t('senderHint')} error={field(error, 'sender')}>
        <Input dir="auto" maxLength={60} value={sender} onChange={(event) => setSender(event.target.value)} />
      </Field>
      <Field label={t('signature')} hint={t('signatureHint')} error={field(error, 'signature')}>
        <Textarea
          dir="auto"
          rows={3}
          maxLength={1_000}
          className="max-h-48"
          value={signature}
          onChange={(event) => setSignature(event.target.value)}
        />
      </Field>
      <Field label={t('team')} error={field(error, 'team_id')}>
        <Select
          value={team ?? NONE}
          onValueChange={(value) => setTeam(value === NONE ? null : value)}
          items={[
            { value: NONE, label: t('noTeam') },
            ...(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
      <Field label={t('history')} error={field(error, 'history')}>
        <Select
          value={history}
          onValueChange={(value) => setHistory(value as MailHistory)}
          items={MAIL_HISTORIES.map((value) => ({ value, label: t(`histories.${value}`) }))}
        />
      </Field>
      <Field label={t('host')} hint={t('hostHint')} error={field(error, 'auth_host')}>
        <Input
          dir="ltr"
          placeholder="mx.example.com"
          value={host}
          onChange={(event) => setHost(event.target.value)}
        />
      </Field>
      <Field label={t('quietAfter')} hint={t('quietHint')} error={field(error, 'quiet_minutes')}>
        <Input
          type="number"
          min={5}
          max={10_080}
          className="w-28"
          value={quiet}
          onChange={(event) => setQuiet(event.target.value)}
        />
      </Field>
      {mailbox ? (
        <>
          <ImapSection
            mailbox={mailbox}
            draft={imap}
            error={edit.error}
            onChange={(draft) => {
              setImap(draft);
              setTouched((now) => ({ ...now, imap: true }));
            }}
          />
          <SmtpSection
            mailbox={mailbox}
            draft={smtp}
            error={edit.error}
            onChange={(draft) => {
              setSmtp(draft);
              setTouched((now) => ({ ...now, smtp: true }));
            }}
          />
          <div className="border-t pt-4">
            <MailboxKey id={mailbox.id} />
          </div>
          <LabelledSwitch
            label={t('active')}
            hint={t('activeHint')}
            checked={active}
            onCheckedChange={setActive}
          />
        </>
      ) : null}
      {error ? <FormAlert>{problem(error)}</FormAlert> : null}
      <div className="flex flex-wrap justify-end gap-2 pt-2">
        <Button variant="quiet" onClick={onDone}>
          {c('cancel')}
        </Button>
        <Button type="submit" variant="primary" pending={create.isPending || edit.isPending}>
          {mailbox ? c('save') : t('create')}
        </Button>
      </div>
    </form>
  );
}
