import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { currentActor } from '@/app/current-actor';
import type { DemoPerson } from '@/components/auth/demo-people';
import { safeNext } from '@/components/auth/safe-next';
import { SignInForm } from '@/components/auth/sign-in-form';
import { signInOptions } from '@/lib/auth/sign-in-options';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.signIn');
  return { title: t('title') };
}

/** The contract's demo people. Who they are is no secret of the demo; their password is printed at its start. */
const DEMO_PEOPLE: DemoPerson[] = [
  { name: 'Ada Bauer', email: 'ada@switchboard.test', role: 'agent', languages: ['en', 'de'] },
  { name: 'Bruno Rossi', email: 'bruno@switchboard.test', role: 'agent', languages: ['en', 'it'] },
  { name: 'Chloé Martin', email: 'chloe@switchboard.test', role: 'agent', languages: ['en', 'fr'] },
  { name: 'Alex Admin', email: 'admin@switchboard.test', role: 'admin', languages: [] },
  { name: 'Carla Costa', email: 'carla@example.test', role: 'customer', languages: [] },
];

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
