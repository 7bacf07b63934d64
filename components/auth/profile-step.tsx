'use client';
import { useLocale, useTranslations } from 'next-intl';
import { api } from '@/components/data/api';
import { ApiError } from '@/components/data/api-error';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { Input } from '@/components/ui/input';
import { dropTokens } from './drop-tokens';
import { enter } from './enter';
import { PasswordInput } from './password-input';
import { useForm } from './use-form';

interface ProfileStepProps {
  email: string;
  token: string;
  /** Where to go once the account is made. */
  next?: string;
  /** The proof of the address no longer holds. */
  onExpired: () => void;
}

/** Name and password; makes the account and signs in. */
export function ProfileStep({ email, token, next = '/', onExpired }: ProfileStepProps) {
  const t = useTranslations('auth');
  const locale = useLocale();
  const form = useForm(async ({ name = '', password = '' }) => {
    let made: { access: string };
    try {
      made = await api.post('/auth/register/', { email, name, password, locale, verification_token: token });
    } catch (error) {
      if (error instanceof ApiError && (error.status === 401 || error.fields.verification_token))
        return onExpired();
      throw error;
    }
    await dropTokens(made.access);
    await enter({ email, password }, next, true);
  });
  const exists = form.error instanceof ApiError && form.error.code === 'account_exists';
  // The token stays good after this refusal, and opens a customer's account as any code does.
  const known = useForm(() => enter({ email, verification_token: token }, next));
  return (
    <form onSubmit={form.onSubmit} className="flex flex-col gap-5" noValidate>
      {exists ? (
        <FormAlert>
          <p>{known.error ? t('signIn.codeFailed') : t('signUp.exists')}</p>
          {known.error ? null : (
            <Button size="small" className="mt-2" pending={known.pending} onClick={() => void known.run({})}>
              {t('signUp.signInNow')}
            </Button>
          )}
        </FormAlert>
      ) : null}
      {form.problem && !exists ? <FormAlert>{form.problem}</FormAlert> : null}
      {/* Password managers keep the password under the address that stands beside it. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label={t('name')} hint={t('nameHint')} error={form.field('name')}>
        <Input name="name" autoComplete="name" autoFocus />
      </Field>
      <Field
        label={t('newPassword')}
        hint={form.field('password') ? undefined : t('passwordHint')}
        error={form.field('password')}
      >
        <PasswordInput name="password" autoComplete="new-password" />
      </Field>
      <Button type="submit" variant="primary" size="large" full pending={form.pending}>
        {t('signUp.submit')}
      </Button>
    </form>
  );
}
