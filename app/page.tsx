import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { FrontPage } from '@/components/landing/front-page';
import { signInOptions } from '@/lib/auth/sign-in-options';
import { currentActor } from './current-actor';
import { homeOf } from './home-of';
import { workspace } from './workspace';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('landing');
  const { workspace_name } = await workspace();
  return { title: { absolute: `${workspace_name} – ${t('title')}` } };
}

/** Sends everybody home; who has none yet reads what this is. */
export default async function StartPage() {
  const actor = await currentActor();
  if (actor) redirect(homeOf(actor.role));
  const { workspace_name, accent } = await workspace();
  const { mailbox, lab } = signInOptions();
  return <FrontPage name={workspace_name} accent={accent} mailbox={mailbox} lab={lab} />;
}
