import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { currentActor } from '@/app/current-actor';
import { SignUpForm } from '@/components/auth/sign-up-form';
import { signInOptions } from '@/lib/auth/sign-in-options';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.signUp');
  return { title: t('title') };
}

export default async function SignUpPage() {
  if (await currentActor()) redirect('/');
  return <SignUpForm mailbox={signInOptions().mailbox} />;
}
