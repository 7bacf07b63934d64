import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportPage } from '@/components/admin/data/import-page';
import { requireActor } from '../../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data.import');
  return { title: t('title') };
}

export default async function Page() {
  await requireActor('/admin/data/import', ['admin']);
  return <ImportPage />;
}
