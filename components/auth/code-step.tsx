'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ApiError } from '@/components/data/api-error';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { Input } from '@/components/ui/input';
import { emailCode } from './email-code';
import { useForm } from './use-form';

const RESEND_AFTER_S = 60;

interface CodeStepProps {
  email: string;
  /** The demo's mailbox can be opened. */
  mailbox: boolean;
  /** The code was right; may throw what comes of it. */
  onVerified: (token: string) => Promise<void>;
  onOtherAddress: () => void;
}

/** One field for the six digits: typed, pasted with spaces, or filled in by the phone. */
export function CodeStep({ email, mailbox, onVerified, onOtherAddress }: CodeStepProps) {
  const t = useTranslations('auth.code');
  const [code, setCode] = useState('');
  const [short, setShort] = useState(false);
  const form = useForm(async () => {
    setShort(code.length !== 6);
    if (code.length !== 6) return;
    await onVerified(await emailCode.verify(email, code));
  });
  // One answer for mistyped, expired, used and locked: nothing tells a guesser which.
  const wrong = form.error instanceof ApiError && [400, 401, 422].includes(form.error.status);
  return (
    <form onSubmit={form.onSubmit} className="flex flex-col gap-5" noValidate>
      {form.problem && !wrong ? <FormAlert>{form.problem}</FormAlert> : null}
      <Field label={t('label')} error={short ? t('incomplete') : wrong ? t('wrong') : undefined}>
        <Input
          value={code}
          onValueChange={(value) => {
            setCode(value.replace(/\D/g, '').slice(0, 6));
            setShort(false);
          }}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          // Room for "123 456" as it is pasted from mails; what is kept has six digits.
          maxLength={16}
          className="h-12! font-mono text-[1.375rem]! tracking-[0.35em] tabular coarse:h-14!"
        />
      </Field>
      <Button type="submit" variant="primary" size="large" full pending={form.pending}>
        {t('submit')}
      </Button>
      <Resend email={email} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line pt-4">
        <Button variant="quiet" size="small" className="-ms-2" onClick={onOtherAddress}>
          {t('otherAddress')}
        </Button>
        {mailbox ? (
          <Link
            href="/mailbox"
            target="_blank"
            className="text-small text-accent underline underline-offset-3 hover:text-accent-hover"
          >
            {t('mailbox')}
          </Link>
        ) : null}
      </div>
    </form>
  );
}

function Resend({ email }: { email: string }) {
  const t = useTranslations('auth.code');
  const [left, setLeft] = useState(RESEND_AFTER_S);
  const form = useForm(async () => {
    await emailCode.request(email);
    setLeft(RESEND_AFTER_S);
    setAgain(true);
  });
  const [again, setAgain] = useState(false);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);
  return (
    <div className="flex flex-col items-start gap-2 text-small text-ink-2">
      {form.problem ? <FormAlert>{form.problem}</FormAlert> : null}
      {again ? <p role="status">{t('resent')}</p> : null}
      {left > 0 ? (
        <p className="tabular">{t('resendIn', { seconds: left })}</p>
      ) : (
        <Button size="small" pending={form.pending} onClick={() => form.run({})}>
          {t('resend')}
        </Button>
      )}
    </div>
  );
}
