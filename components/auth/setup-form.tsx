'use client';
import { useTranslations } from 'next-intl';
import { api } from '@/components/data/api';
import { ApiError } from '@/components/data/api-error';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { AuthHeading } from './auth-heading';
import { enter } from './enter';
import { FormAlert } from './form-alert';
import { PasswordInput } from './password-input';
import { useForm } from './use-form';
import { useFragmentToken } from './use-fragment-token';

/** The first admin, made by whoever can read what the server printed. */
export function SetupForm() {
  const t = useTranslations('auth');
  const token = useFragmentToken();
  const form = useForm(async ({ email = '', name = '', password = '' }) => {
    await api.post('/setup/', { token, email: email.trim(), name, password });
    await enter({ email: email.trim(), password }, '/', true);
  });
  const spent =
    form.error instanceof ApiError &&
    ([401, 404, 409, 410].includes(form.error.status) || form.error.fields.token);
  return (
    <>
      <AuthHeading title={t('setup.title')}>{t('setup.lead')}</AuthHeading>
      {token === null ? (
        <FormAlert>{t('setup.missing')}</FormAlert>
      ) : (
        <form onSubmit={form.onSubmit} className="flex flex-col gap-5" noValidate>
          {spent ? <FormAlert>{t('setup.invalid')}</FormAlert> : null}
          {form.problem && !spent ? <FormAlert>{form.problem}</FormAlert> : null}
          <Field label={t('email')} error={form.field('email')}>
            <Input name="email" type="email" autoComplete="username" inputMode="email" autoFocus />
          </Field>
          <Field label={t('name')} hint={t('nameHint')} error={form.field('name')}>
            <Input name="name" autoComplete="name" />
          </Field>
          <Field
            label={t('newPassword')}
            hint={form.field('password') ? undefined : t('passwordHint')}
            error={form.field('password')}
          >
            <PasswordInput name="password" autoComplete="new-password" />
          </Field>
          <Button type="submit" variant="primary" size="large" full pending={form.pending}>
            {t('setup.submit')}
          </Button>
        </form>
      )}
    </>
  );
}
