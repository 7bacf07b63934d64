import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { Suspense } from 'react';
import { AuthShell } from '@/components/auth/auth-shell';
import { AccountStep } from '@/components/setup/account-step';
import { SetupSteps } from '@/components/setup/setup-steps';
import { getSetup } from '@/lib/queries/get-setup';
import { currentActor } from '../current-actor';
import { homeOf } from '../home-of';
import { messagesFor } from '../messages-for';
import { workspace } from '../workspace';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('setup');
  return { title: t('title'), referrer: 'no-referrer' };
}

/** The first account for whoever has the token; the steps after it for every admin, as often as he likes. */
export default async function SetupPage() {
  const actor = await currentActor();
  if (actor && actor.role !== 'admin') redirect(homeOf(actor.role));
  const { workspace_name, accent } = await workspace();
  return (
    <NextIntlClientProvider messages={await messagesFor('common', 'auth', 'setup', 'system')}>
      <AuthShell name={workspace_name} accent={accent}>
        <Suspense>
          <NuqsAdapter>{actor ? <SetupSteps setup={await getSetup()} /> : <AccountStep />}</NuqsAdapter>
        </Suspense>
      </AuthShell>
    </NextIntlClientProvider>
  );
}
