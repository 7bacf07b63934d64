'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PasswordInput } from '@/components/auth/password-input';
import { useForm } from '@/components/auth/use-form';
import { useChangePassword } from '@/components/data/use-change-password';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { toast } from '@/components/ui/toast';

export function PasswordForm({ email }: { email: string | null }) {
  const t = useTranslations('account.password');
  const auth = useTranslations('auth');
  const change = useChangePassword();
  // A new key draws the fields anew: empty after success.
  const [round, setRound] = useState(0);
  const form = useForm(async ({ current_password = '', password = '' }) => {
    await change.mutateAsync({ password, ...(current_password ? { current_password } : {}) });
    setRound((n) => n + 1);
    toast.success(t('saved'));
  });
  return (
    <form key={round} onSubmit={form.onSubmit} noValidate className="flex flex-col gap-5">
      {form.problem ? <FormAlert>{form.problem}</FormAlert> : null}
      <input type="hidden" name="username" autoComplete="username" value={email ?? ''} readOnly />
      <Field label={t('current')} hint={t('currentHint')} error={form.field('current_password')}>
        <PasswordInput name="current_password" autoComplete="current-password" />
      </Field>
      <Field
        label={t('new')}
        hint={form.field('password') ? undefined : auth('passwordHint')}
        error={form.field('password')}
      >
        <PasswordInput name="password" autoComplete="new-password" />
      </Field>
      <div>
        <Button type="submit" pending={form.pending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
