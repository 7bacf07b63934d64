'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useForm } from '@/components/auth/use-form';
import { useConfirmEmail, useRequestEmail } from '@/components/data/use-own-email';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';

/** The address one signs in with. Another one is proved by a code that is mailed to it. */
export function EmailForm({ email }: { email: string | null }) {
  const t = useTranslations('account.email');
  const [wanted, setWanted] = useState<string | null>(null);
  return (
    <div className="flex flex-col gap-5">
      {email ? (
        <p className="text-body text-ink-2 [overflow-wrap:anywhere]">
          {t.rich('now', { email, bold: (text) => <bdi className="font-[600] text-ink">{text}</bdi> })}
        </p>
      ) : null}
      {wanted === null ? (
        <Request onSent={setWanted} />
      ) : (
        <Confirm email={wanted} onDone={() => setWanted(null)} />
      )}
    </div>
  );
}

function Request({ onSent }: { onSent: (email: string) => void }) {
  const t = useTranslations('account.email');
  const request = useRequestEmail();
  const form = useForm(async ({ email = '' }) => {
    await request.mutateAsync(email.trim());
    onSent(email.trim());
  });
  return (
    <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-5">
      {form.problem ? <FormAlert>{form.problem}</FormAlert> : null}
      <Field label={t('new')} error={form.field('email')} hint={t('newHint')}>
        <Input name="email" type="email" inputMode="email" autoComplete="email" />
      </Field>
      <div>
        <Button type="submit" pending={form.pending}>
          {t('request')}
        </Button>
      </div>
    </form>
  );
}

function Confirm({ email, onDone }: { email: string; onDone: () => void }) {
  const t = useTranslations('account.email');
  const c = useTranslations('common');
  const code = useTranslations('auth.code');
  const router = useRouter();
  const confirm = useConfirmEmail();
  const form = useForm(async ({ otp = '' }) => {
    await confirm.mutateAsync({ email, otp: otp.replace(/\D/g, '') });
    toast.success(t('saved'));
    onDone();
    router.refresh();
  });
  return (
    <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-5">
      {form.problem ? <FormAlert>{form.problem}</FormAlert> : null}
      {form.field('email') ? <FormAlert>{form.field('email')}</FormAlert> : null}
      <p className="text-ui text-ink-2">
        {code.rich('sent', { email, bold: (text) => <bdi className="font-[600] text-ink">{text}</bdi> })}
      </p>
      <Field label={code('label')} error={form.field('otp') ? code('wrong') : undefined}>
        <Input
          name="otp"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          maxLength={16}
          className="font-mono tracking-[0.2em] tabular"
        />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" pending={form.pending}>
          {t('confirm')}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {c('cancel')}
        </Button>
      </div>
    </form>
  );
}
