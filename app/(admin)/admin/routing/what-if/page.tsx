import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/admin/page-head';
import { WhatIf } from '@/components/admin/what-if/what-if';
import { getSettings } from '@/lib/queries/get-settings';
import { getRoutingSetup } from '@/lib/queries/routing-setup';
import { requireActor } from '../../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('whatIf');
  return { title: t('title') };
}

export default async function WhatIfPage() {
  await requireActor('/admin/routing/what-if', ['admin']);
  const t = await getTranslations('whatIf');
  const [settings, { order }] = await Promise.all([getSettings(), getRoutingSetup()]);
  return (
    <>
      <PageHead title={t('title')} detail={t('detail')} />
      <WhatIf initial={settings} order={order} />
    </>
  );
}
