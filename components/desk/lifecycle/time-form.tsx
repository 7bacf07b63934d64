'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Field } from '@/components/ui/field';
import { FormFoot } from '@/components/ui/form-foot';
import { Input } from '@/components/ui/input';

const YEAR = 366 * 86_400_000;

/** Now and a bit in the form that `datetime-local` wants, on this machine's clock. */
function tomorrowAtNine(): string {
  const at = new Date(Date.now() + 86_400_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T09:00`;
}

interface TimeFormProps {
  submit: string;
  pending?: boolean;
  onSubmit: (at: string) => void;
  onCancel: () => void;
  children?: ReactNode;
}

/** Asks for a time that is still to come. */
export function TimeForm({ submit, pending, onSubmit, onCancel, children }: TimeFormProps) {
  const t = useTranslations('lifecycle.snooze');
  const [value, setValue] = useState(tomorrowAtNine);
  const [tried, setTried] = useState(false);
  const name = useId();
  const at = new Date(value).getTime();
  const isGood = at > Date.now() && at < Date.now() + YEAR;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isGood) onSubmit(new Date(value).toISOString());
  };
  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-4">
      {children}
      <Field label={t('time')} name={name} error={tried && !isGood ? t('bad') : undefined}>
        <Input type="datetime-local" value={value} onChange={(event) => setValue(event.target.value)} />
      </Field>
      <FormFoot submit={submit} pending={pending} onCancel={onCancel} />
    </form>
  );
}
