'use client';
import { useTranslations } from 'next-intl';
import { ApiError } from '@/components/data/api-error';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { Input } from '@/components/ui/input';
import { enter } from './enter';
import { PasswordInput } from './password-input';
import { useForm } from './use-form';

interface PasswordStepProps {
  email: string;
  onEmail: (email: string) => void;
  next: string;
}

export function PasswordStep({ email, onEmail, next }: PasswordStepProps) {
  const t = useTranslations('auth');
  const form = useForm(async ({ password = '' }) => {
    const empty: Record<string, string[]> = {};
    if (email.trim() === '') empty.email = ['required'];
    if (password === '') empty.password = ['required'];
    if (Object.keys(empty).length > 0)
      throw new ApiError({ status: 422, code: 'validation_failed', message: '', fields: empty });
    await enter({ email: email.trim(), password }, next);
  });
  // The same words whether the address is known or not.
  const wrong = form.error instanceof ApiError && form.error.status === 401;
  return (
    <form onSubmit={form.onSubmit} className="flex flex-col gap-5" noValidate>
      {wrong ? <FormAlert>{t('signIn.failed')}</FormAlert> : null}
      {form.problem && !wrong ? <FormAlert>{form.problem}</FormAlert> : null}
      <Field label={t('email')} error={form.field('email')}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          autoFocus
          value={email}
          onValueChange={onEmail}
        />
      </Field>
      <Field label={t('password')} error={form.field('password')}>
        <PasswordInput name="password" autoComplete="current-password" />
      </Field>
      <Button type="submit" variant="primary" size="large" full pending={form.pending}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}
