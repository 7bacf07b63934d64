'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { AuthHeading } from '@/components/auth/auth-heading';
import { enter } from '@/components/auth/enter';
import { PasswordInput } from '@/components/auth/password-input';
import { useForm } from '@/components/auth/use-form';
import { useFragmentToken } from '@/components/auth/use-fragment-token';
import { api } from '@/components/data/api';
import { ApiError } from '@/components/data/api-error';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { Input } from '@/components/ui/input';
import { LOCALE_NAMES } from '@/lib/rules/locales';
import type { Locale } from '@/lib/schemas/values';
import { STEPS } from './steps';

const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The first admin, made by whoever can read what the server printed, and the house's name. */
export function AccountStep() {
  const t = useTranslations('auth');
  const s = useTranslations('setup');
  const locale = useLocale() as Locale;
  const token = useFragmentToken();
  const zone = useSyncExternalStore(
    () => () => {},
    zoneHere,
    () => null,
  );
  const form = useForm(async ({ email = '', name = '', password = '', workspace = '' }) => {
    await api.post('/setup/', {
      token,
      email: email.trim(),
      name,
      password,
      locale,
      time_zone: zone ?? undefined,
      workspace_name: workspace.trim() || undefined,
    });
    await enter({ email: email.trim(), password }, '/setup?step=2');
  });
  const spent =
    form.error instanceof ApiError &&
    ([401, 404, 409, 410].includes(form.error.status) || form.error.fields.token);
  return (
    <>
      <AuthHeading title={s('account.title')} step={s('step', { step: 1, of: STEPS })}>
        {s('account.lead')}
      </AuthHeading>
      {token === null ? (
        <FormAlert>{t('setup.missing')}</FormAlert>
      ) : (
        <form onSubmit={form.onSubmit} className="flex flex-col gap-5" noValidate>
          {spent ? <FormAlert>{t('setup.invalid')}</FormAlert> : null}
          {form.problem && !spent ? <FormAlert>{form.problem}</FormAlert> : null}
          <Field
            label={s('account.workspace')}
            hint={s('account.workspaceHint')}
            error={form.field('workspace_name')}
          >
            <Input name="workspace" autoComplete="organization" maxLength={60} autoFocus />
          </Field>
          <Field label={t('name')} hint={t('nameHint')} error={form.field('name')}>
            <Input name="name" autoComplete="name" />
          </Field>
          <Field label={t('email')} error={form.field('email')}>
            <Input name="email" type="email" autoComplete="username" inputMode="email" />
          </Field>
          <Field
            label={t('newPassword')}
            hint={form.field('password') ? undefined : t('passwordHint')}
            error={form.field('password')}
          >
            <PasswordInput name="password" autoComplete="new-password" />
          </Field>
          {zone ? (
            <p className="text-small text-ink-2 text-pretty">
              {s('account.guessed', {
                language: LOCALE_NAMES[locale],
                zone: zone.replaceAll('_', ' '),
              })}{' '}
              <span className="text-ink-3">{s('account.guessedHint')}</span>
            </p>
          ) : null}
          <Button type="submit" variant="primary" size="large" full pending={form.pending}>
            {s('account.submit')}
          </Button>
        </form>
      )}
    </>
  );
}
