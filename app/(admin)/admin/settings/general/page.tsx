import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GeneralSettings } from '@/components/admin/general-settings';
import { PageHead } from '@/components/admin/page-head';
import { getSettings } from '@/lib/queries/get-settings';
import { requireActor } from '../../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workspace.general');
  return { title: t('title') };
}

export default async function GeneralPage() {
  await requireActor('/admin/settings/general', ['admin']);
  const t = await getTranslations('workspace.general');
  return (
    <div className="max-w-180">
      <PageHead title={t('title')} detail={t('detail')} />
      <div className="mt-8">
        <GeneralSettings initial={await getSettings()} />
      </div>
    </div>
  );
}
