import { NextIntlClientProvider } from 'next-intl';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { AdminFrame } from '@/components/admin/admin-frame';
import { RealtimeProvider } from '@/components/data/realtime';
import { AfterLoad } from '@/components/ui/after-load';
import { LazyToasts } from '@/components/ui/lazy-toasts';
import { getMe } from '@/lib/queries/get-me';
import { REALTIME_PATH } from '@/lib/realtime/protocol';
import { requireActor } from '../require-actor';

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor('/admin/people', ['admin']);
  return (
    <NextIntlClientProvider>
      <RealtimeProvider path={REALTIME_PATH} meId={actor.id}>
        <NuqsAdapter>
          <AdminFrame initialMe={await getMe(actor)}>{children}</AdminFrame>
        </NuqsAdapter>
        <LazyToasts />
        <AfterLoad />
      </RealtimeProvider>
    </NextIntlClientProvider>
  );
}
