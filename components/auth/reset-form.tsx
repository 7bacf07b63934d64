'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/data/api';
import { ApiError } from '@/components/data/api-error';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Field } from '@/components/ui/field';
import { AuthHeading } from './auth-heading';
import { FormAlert } from './form-alert';
import { PasswordInput } from './password-input';
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
        <form onSubmit={form.onSubmit} className="flex flex-col gap-5" noValidate>
          {spent ? <FormAlert>{t('reset.invalid')}</FormAlert> : null}
          {form.problem && !spent ? <FormAlert>{form.problem}</FormAlert> : null}
          <Field
            label={t('newPassword')}
            hint={form.field('password') ? undefined : t('passwordHint')}
            error={form.field('password')}
          >
            <PasswordInput name="password" autoComplete="new-password" autoFocus />
          </Field>
          <Button type="submit" variant="primary" size="large" full pending={form.pending}>
            {t('reset.submit')}
          </Button>
        </form>
      )}
    </>
  );
}
