'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/data/api';
import { ApiError } from '@/components/data/api-error';
import { buttonStyle } from '@/components/ui/button-style';
import { FormAlert } from '@/components/ui/form-alert';
import { AuthHeading } from './auth-heading';
import { NewPassword } from './new-password';
import { useForm } from './use-form';
import { useFragmentToken } from './use-fragment-token';

/** The holder of a mailed link chooses a new password, and signs in with it: the link itself opens nothing else. */
export function ResetForm() {
  const t = useTranslations('auth');
  const token = useFragmentToken();
  const [done, setDone] = useState(false);
  const form = useForm(async ({ password = '' }) => {
    await api.post('/auth/reset-password/', { token, password });
    setDone(true);
  });
  const spent = form.error instanceof ApiError && Boolean(form.error.fields.token);
  if (done) {
    return (
      <>
        <AuthHeading title={t('reset.doneTitle')}>{t('reset.doneLead')}</AuthHeading>
        <Link href="/sign-in" className={buttonStyle({ variant: 'primary', size: 'large', full: true })}>
          {t('signIn.submit')}
        </Link>
      </>
    );
  }
  return (
    <>
      <AuthHeading title={t('reset.title')}>{t('reset.lead')}</AuthHeading>
      {token === null ? (
        <FormAlert>{t('reset.missing')}</FormAlert>
      ) : (
        <NewPassword form={form} invalid={spent ? t('reset.invalid') : null} submit={t('reset.submit')} />
      )}
    </>
  );
}
