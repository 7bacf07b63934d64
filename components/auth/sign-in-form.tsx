'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiError } from '@/components/data/api-error';
import { AuthHeading } from './auth-heading';
import { CodeStep } from './code-step';
import { DemoPeople, type DemoPerson } from './demo-people';
import { EmailStep } from './email-step';
import { enter } from './enter';
import { FormAlert } from './form-alert';
import { GoogleButton } from './google-button';
import { PasswordStep } from './password-step';

interface SignInFormProps {
  /** A path on this site, already checked. */
  next: string;
  /** What brought the person here, if it needs saying. */
  notice: 'ended' | 'google' | null;
  google: boolean;
  mailbox: boolean;
  demo: { people: DemoPerson[]; password: string } | null;
}

export function SignInForm({ next, notice, google, mailbox, demo }: SignInFormProps) {
  const t = useTranslations('auth.signIn');
  const tCode = useTranslations('auth');
  const [way, setWay] = useState<'password' | 'email' | 'code'>('password');
  const [email, setEmail] = useState('');
  const [refused, setRefused] = useState(false);
  const change = (to: typeof way) => {
    setRefused(false);
    setWay(to);
  };

  if (way === 'code') {
    return (
      <>
        <AuthHeading title={tCode('signUp.codeTitle')} focus={false}>
          {tCode.rich('code.sent', {
            email,
            bold: (text) => <bdi className="font-[600] text-ink">{text}</bdi>,
          })}
        </AuthHeading>
        <CodeStep
          email={email}
          mailbox={mailbox}
          onOtherAddress={() => change('email')}
          onVerified={async (verification_token) => {
            try {
              await enter({ email, verification_token }, next);
            } catch (error) {
              if (!(error instanceof ApiError) || error.status !== 401) throw error;
              setWay('email');
              setRefused(true);
            }
          }}
        />
      </>
    );
  }
  return (
    <>
      <AuthHeading title={t('title')}>{way === 'password' ? t('lead') : t('codeLead')}</AuthHeading>
      <div className="mb-5 flex flex-col gap-3 empty:hidden">
        {notice === 'ended' ? <FormAlert tone="plain">{t('ended')}</FormAlert> : null}
        {notice === 'google' ? <FormAlert>{t('googleFailed')}</FormAlert> : null}
        {refused ? <FormAlert>{t('codeFailed')}</FormAlert> : null}
        <noscript>
          <FormAlert>{t('noScript')}</FormAlert>
        </noscript>
      </div>
      {way === 'password' ? (
        <PasswordStep email={email} onEmail={setEmail} next={next} />
      ) : (
        <EmailStep
          initial={email}
          onSent={(address) => {
            setEmail(address);
            change('code');
          }}
        />
      )}
      <div className="mt-4 flex flex-col gap-4">
        <button
          type="button"
          onClick={() => change(way === 'password' ? 'email' : 'password')}
          className="self-start rounded-control py-1 text-ui text-accent underline-offset-3 hover:underline"
        >
          {way === 'password' ? t('byCode') : t('byPassword')}
        </button>
        {google ? <GoogleButton /> : null}
        <p className="border-t border-line pt-4 text-ui text-ink-2">
          {t('noAccount')}{' '}
          <Link href="/sign-up" className="text-accent underline underline-offset-3 hover:text-accent-hover">
            {t('signUp')}
          </Link>
        </p>
      </div>
      {demo ? <DemoPeople people={demo.people} password={demo.password} next={next} /> : null}
    </>
  );
}
