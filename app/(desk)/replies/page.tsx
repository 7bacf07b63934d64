import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { messagesFor } from '@/app/messages-for';
import { requireActor } from '@/app/require-actor';
import { CannedReplies } from '@/components/admin/canned-replies';
import { BesideDesk } from '@/components/desk/beside-desk';
import { getMe } from '@/lib/queries/get-me';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workspace.canned');
  return { title: t('title') };
}

/** What every agent may use, and where he writes his own. */
export default async function RepliesPage() {
  const actor = await requireActor('/replies', ['agent', 'admin']);
  return (
    <BesideDesk initialMe={await getMe(actor)}>
      <NextIntlClientProvider
        messages={
          await messagesFor(
            'common',
            'auth',
            'attachments',
            'desk',
            'setup',
            'ai',
            'search',
            'customers',
            'views',
            'urgency',
            'macros',
            'workspace',
          )
        }
      >
        <Suspense>
          <CannedReplies me={{ id: actor.id, name: actor.name, role: actor.role }} />
        </Suspense>
      </NextIntlClientProvider>
    </BesideDesk>
  );
}
