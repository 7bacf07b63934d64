import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FactsPage } from '@/components/admin/data/facts-page';
import { requireActor } from '../../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data.facts');
  return { title: t('title') };
}

export default async function Page() {
  await requireActor('/admin/data/facts', ['admin']);
  return <FactsPage />;
}
