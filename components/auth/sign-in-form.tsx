'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ApiError } from '@/components/data/api-error';
import { FormAlert } from '@/components/ui/form-alert';
import { AuthHeading } from './auth-heading';
import { CodeStep } from './code-step';
import { DemoPeople, type DemoPerson } from './demo-people';
import { EmailStep } from './email-step';
import { enter } from './enter';
import { ForgotStep } from './forgot-step';
import { GoogleButton } from './google-button';
import { PasswordStep } from './password-step';
import { ProfileStep } from './profile-step';

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
  const tAuth = useTranslations('auth');
  const [way, setWay] = useState<'password' | 'email' | 'code' | 'new' | 'forgot'>('password');
  const [email, setEmail] = useState('');
  const [token, setToken] = useState('');
  const [expired, setExpired] = useState(false);
  const change = (to: typeof way) => {
    setExpired(false);
    setWay(to);
  };

  if (way === 'code') {
    return (
      <>
        <AuthHeading title={tAuth('signUp.codeTitle')}>
          {tAuth.rich('code.sent', {
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
              // No customer has this address: the proof is as good for making an account.
              setToken(verification_token);
              change('new');
            }
          }}
        />
      </>
    );
  }
  if (way === 'forgot') {
    return <ForgotStep initial={email} mailbox={mailbox} onBack={() => change('password')} />;
  }
  if (way === 'new') {
    return (
      <>
        <AuthHeading title={tAuth('signUp.newTitle')}>{tAuth('signUp.newLead', { email })}</AuthHeading>
        <ProfileStep
          email={email}
          token={token}
          next={next}
          onExpired={() => {
            change('email');
            setExpired(true);
          }}
        />
      </>
    );
  }
  return (
    <>
      <AuthHeading title={t('title')}>{way === 'password' ? t('lead') : t('codeLead')}</AuthHeading>
      {notice === 'ended' ? (
        <Above>
          <FormAlert tone="plain">{t('ended')}</FormAlert>
        </Above>
      ) : null}
      {notice === 'google' ? (
        <Above>
          <FormAlert>{t('googleFailed')}</FormAlert>
        </Above>
      ) : null}
      {expired ? (
        <Above>
          <FormAlert>{tAuth('signUp.expired')}</FormAlert>
        </Above>
      ) : null}
      <noscript>
        <Above>
          <FormAlert>{t('noScript')}</FormAlert>
        </Above>
      </noscript>
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
        <div className="flex flex-wrap justify-between gap-x-4">
          <button
            type="button"
            onClick={() => change(way === 'password' ? 'email' : 'password')}
            className="rounded-control py-1 text-ui text-accent underline-offset-3 hover:underline"
          >
            {way === 'password' ? t('byCode') : t('byPassword')}
          </button>
          {way === 'password' ? (
            <button
              type="button"
              onClick={() => change('forgot')}
              className="rounded-control py-1 text-ui text-accent underline-offset-3 hover:underline"
            >
              {t('forgot')}
            </button>
          ) : null}
        </div>
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

/** What is said above the form, before anything is typed. */
function Above({ children }: { children: ReactNode }) {
  return <div className="mb-5">{children}</div>;
}
