'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormAlert } from '@/components/ui/form-alert';
import { AuthHeading } from './auth-heading';
import { CodeStep } from './code-step';
import { EmailStep } from './email-step';
import { ProfileStep } from './profile-step';

type Step =
  | { at: 'email'; expired?: boolean }
  | { at: 'code'; email: string }
  | { at: 'profile'; email: string; token: string };

/** Address, code, then name and password: an account is made only for an address that was proven. */
export function SignUpForm({ mailbox }: { mailbox: boolean }) {
  const t = useTranslations('auth');
  const [step, setStep] = useState<Step>({ at: 'email' });
  const [email, setEmail] = useState('');

  if (step.at === 'email') {
    return (
      <>
        <AuthHeading title={t('signUp.title')} step={t('signUp.step', { step: 1 })}>
          {t('signUp.lead')}
        </AuthHeading>
        {step.expired ? (
          <div className="mb-5">
            <FormAlert>{t('signUp.expired')}</FormAlert>
          </div>
        ) : null}
        <noscript>
          <div className="mb-5">
            <FormAlert>{t('signIn.noScript')}</FormAlert>
          </div>
        </noscript>
        <EmailStep
          initial={email}
          onSent={(address) => {
            setEmail(address);
            setStep({ at: 'code', email: address });
          }}
        />
        <p className="mt-6 border-t border-line pt-4 text-ui text-ink-2">
          {t('signUp.haveAccount')}{' '}
          <Link href="/sign-in" className="text-accent underline underline-offset-3 hover:text-accent-hover">
            {t('signUp.signIn')}
          </Link>
        </p>
      </>
    );
  }
  if (step.at === 'code') {
    return (
      <>
        <AuthHeading title={t('signUp.codeTitle')} step={t('signUp.step', { step: 2 })}>
          {t.rich('code.sent', {
            email: step.email,
            bold: (text) => <bdi className="font-[600] text-ink">{text}</bdi>,
          })}
        </AuthHeading>
        <CodeStep
          email={step.email}
          mailbox={mailbox}
          onOtherAddress={() => setStep({ at: 'email' })}
          onVerified={async (token) => setStep({ at: 'profile', email: step.email, token })}
        />
      </>
    );
  }
  return (
    <>
      <AuthHeading title={t('signUp.profileTitle')} step={t('signUp.step', { step: 3 })}>
        {t('signUp.profileLead', { email: step.email })}
      </AuthHeading>
      <ProfileStep
        email={step.email}
        token={step.token}
        onExpired={() => setStep({ at: 'email', expired: true })}
      />
    </>
  );
}
