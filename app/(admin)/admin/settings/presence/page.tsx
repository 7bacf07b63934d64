import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/admin/page-head';
import { PresenceSettings } from '@/components/admin/presence-settings';
import { getSettings } from '@/lib/queries/get-settings';
import { requireActor } from '../../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('presence.settings');
  return { title: t('title') };
}

export default async function PresenceSettingsPage() {
  await requireActor('/admin/settings/presence', ['admin']);
  const t = await getTranslations('presence.settings');
  return (
    <div className="max-w-180">
      <PageHead title={t('title')} detail={t('detail')} />
      <div className="mt-8">
        <PresenceSettings initial={await getSettings()} />
      </div>
    </div>
  );
}
