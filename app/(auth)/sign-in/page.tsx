import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { currentActor } from '@/app/current-actor';
import { DEMO_PEOPLE } from '@/app/demo-people';
import { safeNext } from '@/components/auth/safe-next';
import { SignInForm } from '@/components/auth/sign-in-form';
import { signInOptions } from '@/lib/auth/sign-in-options';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.signIn');
  return { title: t('title') };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { next: wanted, error } = await searchParams;
  const next = safeNext(wanted);
  if (await currentActor()) redirect(next);
  const { google, demo, mailbox } = signInOptions();
  return (
    <SignInForm
      next={next}
      notice={error ? 'google' : next === '/' ? null : 'ended'}
      google={google}
      mailbox={mailbox}
      demo={demo && { people: DEMO_PEOPLE, password: demo.password }}
    />
  );
}
