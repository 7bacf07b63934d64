'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { Input } from '@/components/ui/input';
import { emailCode } from './email-code';
import { useForm } from './use-form';

/** Asks for an address and has a code sent to it. The answer never tells whether the address is known. */
export function EmailStep({ initial, onSent }: { initial: string; onSent: (email: string) => void }) {
  const t = useTranslations('auth');
  const form = useForm(async ({ email = '' }) => {
    const address = email.trim();
    await emailCode.request(address);
    onSent(address);
  });
  return (
    <form onSubmit={form.onSubmit} className="flex flex-col gap-5" noValidate>
      {form.problem ? <FormAlert>{form.problem}</FormAlert> : null}
      <Field label={t('email')} error={form.field('email')}>
        <Input
          name="email"
          type="email"
          autoComplete="email"
          inputMode="email"
          defaultValue={initial}
          autoFocus
        />
      </Field>
      <Button type="submit" variant="primary" size="large" full pending={form.pending}>
        {t('signUp.submitEmail')}
      </Button>
    </form>
  );
}
