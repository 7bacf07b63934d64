'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/data/api';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { Input } from '@/components/ui/input';
import { AuthHeading } from './auth-heading';
import { useForm } from './use-form';

interface ForgotStepProps {
  initial: string;
  /** The demo's mailbox can be opened. */
  mailbox: boolean;
  onBack: () => void;
}

/** Asks for an address and has a link to a new password sent to it. The same words whether or not it is known. */
export function ForgotStep({ initial, mailbox, onBack }: ForgotStepProps) {
  const t = useTranslations('auth');
  const [sent, setSent] = useState<string | null>(null);
  const form = useForm(async ({ email = '' }) => {
    await api.post('/auth/request-password-reset/', { email: email.trim() });
    setSent(email.trim());
  });
  return (
    <>
      <AuthHeading title={t('reset.forgotTitle')}>{sent === null ? t('reset.forgotLead') : null}</AuthHeading>
      {sent === null ? (
        <form onSubmit={form.onSubmit} className="flex flex-col gap-5" noValidate>
          {form.problem ? <FormAlert>{form.problem}</FormAlert> : null}
          <Field label={t('email')} error={form.field('email')}>
            <Input
              name="email"
              type="email"
              autoComplete="username"
              inputMode="email"
              defaultValue={initial}
              autoFocus
            />
          </Field>
          <Button type="submit" variant="primary" size="large" full pending={form.pending}>
            {t('reset.send')}
          </Button>
        </form>
      ) : (
        <FormAlert tone="plain">
          {t.rich('reset.sent', {
            email: sent,
            bold: (text) => <bdi className="font-[600] text-ink">{text}</bdi>,
          })}
        </FormAlert>
      )}
      <div className="mt-5 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line pt-4">
        <Button variant="quiet" size="small" className="-ms-2" onClick={onBack}>
          {t('reset.back')}
        </Button>
        {mailbox && sent !== null ? (
          <Link
            href="/mailbox"
            target="_blank"
            className="text-small text-accent underline underline-offset-3 hover:text-accent-hover"
          >
            {t('code.mailbox')}
          </Link>
        ) : null}
      </div>
    </>
  );
}
