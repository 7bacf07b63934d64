import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { FrontPage } from '@/components/landing/front-page';
import { signInOptions } from '@/lib/auth/sign-in-options';
import { currentActor } from './current-actor';
import { homeOf } from './home-of';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('landing');
  return { title: { absolute: `Switchboard – ${t('title')}` } };
}

/** Sends everybody home; who has none yet reads what this is. */
export default async function StartPage() {
  const actor = await currentActor();
  if (actor) redirect(homeOf(actor.role));
  return <FrontPage mailbox={signInOptions().mailbox} />;
}
