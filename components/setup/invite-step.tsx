'use client';
import { CircleCheck, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { StepFoot } from './step-foot';
import { type Invitation, useInvitations } from './use-invitations';

/** Several people at once, each by a mail with a link of his own. */
export function InviteStep({ onNext, onBack }: { onNext: () => void; onBack: () => void }) {
  const t = useTranslations('setup');
  const { rows, change, add, send, pending, waiting } = useInvitations();
  const [empty, setEmpty] = useState(false);
  const sent = rows.some((row) => row.state === 'sent');

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setEmpty(waiting === 0 && !sent);
    if (waiting > 0 ? await send() : sent) onNext();
  };
  return (
    <form noValidate onSubmit={(event) => void onSubmit(event)}>
      <ul className="flex flex-col gap-3">
        {rows.map((row, n) => (
          <Row key={row.key} row={row} n={n + 1} onChange={(edit) => change(row.key, edit)} />
        ))}
      </ul>
      <Button
        size="small"
        variant="quiet"
        className="-ms-2 mt-2"
        icon={<Plus aria-hidden className="size-4" />}
        onClick={add}
      >
        {t('invite.add')}
      </Button>
      <p role="alert" className="text-small text-danger empty:hidden">
        {empty && waiting === 0 ? t('invite.nobody') : null}
      </p>
      <StepFoot>
        <Button type="submit" variant="primary" size="large" pending={pending}>
          {sent && waiting === 0 ? t('next') : t('invite.send', { count: waiting })}
        </Button>
        {sent ? null : (
          <Button variant="quiet" size="large" onClick={onNext}>
            {t('skip')}
          </Button>
        )}
        <Button variant="quiet" size="large" className="ms-auto" onClick={onBack}>
          {t('back')}
        </Button>
      </StepFoot>
    </form>
  );
}

interface RowProps {
  row: Invitation;
  n: number;
  onChange: (edit: Partial<Invitation>) => void;
}

function Row({ row, n, onChange }: RowProps) {
  const t = useTranslations('setup.invite');
  const r = useTranslations('common.role');
  if (row.state === 'sent')
    return (
      <li className="flex min-h-control items-center gap-2 text-ui">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-ok" />
        <span className="min-w-0 [overflow-wrap:anywhere]">{row.email.trim()}</span>
        <span className="text-ink-3">{t('sent')}</span>
      </li>
    );
  return (
    <li className="flex items-start gap-2">
      <Field
        label={<span className="sr-only">{t('email', { n })}</span>}
        error={row.error}
        className="flex min-w-0 flex-1 flex-col gap-1.5 [&>label]:contents"
      >
        <Input
          type="email"
          inputMode="email"
          autoComplete="off"
          maxLength={254}
          placeholder="name@example.com"
          value={row.email}
          onChange={(event) => onChange({ email: event.target.value })}
        />
      </Field>
      <div className="w-28 shrink-0">
        <Select
          aria-label={t('role', { n })}
          value={row.role}
          onValueChange={(role) => onChange({ role })}
          items={(['agent', 'admin'] as const).map((value) => ({ value, label: r(value) }))}
        />
      </div>
    </li>
  );
}
