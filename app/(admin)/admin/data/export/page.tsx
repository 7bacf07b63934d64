import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ExportPage } from '@/components/admin/data/export-page';
import { requireActor } from '../../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data.export');
  return { title: t('title') };
}

export default async function Page() {
  await requireActor('/admin/data/export', ['admin']);
  return <ExportPage />;
}
