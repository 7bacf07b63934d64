import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/admin/page-head';
import { TicketSettings } from '@/components/admin/ticket-settings';
import { getSettings, usualReopenDays } from '@/lib/queries/get-settings';
import { requireActor } from '../../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workspace.tickets');
  return { title: t('title') };
}

export default async function TicketSettingsPage() {
  await requireActor('/admin/settings/tickets', ['admin']);
  const t = await getTranslations('workspace.tickets');
  return (
    <div className="max-w-180">
      <PageHead title={t('title')} detail={t('detail')} />
      <div className="mt-8">
        <TicketSettings initial={await getSettings()} usualReopenDays={usualReopenDays()} />
      </div>
    </div>
  );
}
