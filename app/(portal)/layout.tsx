import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { messagesFor } from '@/app/messages-for';
import { requireActor } from '@/app/require-actor';
import { workspace } from '@/app/workspace';
import { RealtimeProvider } from '@/components/data/realtime';
import { ConnectionBar } from '@/components/portal/connection-bar';
import { PageShell } from '@/components/portal/page-shell';
import { REALTIME_PATH } from '@/lib/realtime/protocol';

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor('/requests');
  return (
    <NextIntlClientProvider messages={await messagesFor('common', 'auth', 'portal', 'attachments')}>
      <RealtimeProvider path={REALTIME_PATH} meId={actor.id}>
        <ConnectionBar />
        <PageShell me={actor} workspace={await workspace()}>
          {children}
        </PageShell>
      </RealtimeProvider>
    </NextIntlClientProvider>
  );
}
