import { NextIntlClientProvider } from 'next-intl';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { RealtimeProvider } from '@/components/data/realtime';
import { AfterLoad } from '@/components/ui/after-load';
import { LazyToasts } from '@/components/ui/lazy-toasts';
import { REALTIME_PATH } from '@/lib/realtime/protocol';
import { messagesFor } from '../messages-for';
import { requireActor } from '../require-actor';

/** Staff only; everything below is live and speaks all of our words. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor('/desk', ['agent', 'admin']);
  return (
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
          'notices',
          'lifecycle',
          'composer',
          'urgency',
          'macros',
          'commands',
          'presence',
          'offers',
          'admin',
        )
      }
    >
      <RealtimeProvider path={REALTIME_PATH} meId={actor.id}>
        <NuqsAdapter>{children}</NuqsAdapter>
        <LazyToasts />
        <AfterLoad />
      </RealtimeProvider>
    </NextIntlClientProvider>
  );
}
