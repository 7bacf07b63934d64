import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/admin/page-head';
import { UrgencySettings } from '@/components/admin/urgency-settings';
import { getSettings } from '@/lib/queries/get-settings';
import { requireActor } from '../../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('urgency.admin');
  return { title: t('title') };
}

export default async function UrgencySettingsPage() {
  await requireActor('/admin/settings/urgency', ['admin']);
  const t = await getTranslations('urgency.admin');
  return (
    <div className="max-w-180">
      <PageHead title={t('title')} detail={t('detail')} />
      <div className="mt-8">
        <UrgencySettings initial={await getSettings()} />
      </div>
    </div>
  );
}
