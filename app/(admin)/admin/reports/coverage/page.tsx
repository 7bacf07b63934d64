import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Coverage } from '@/components/coverage/coverage';
import { requireActor } from '../../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coverage');
  return { title: t('title') };
}

export default async function CoveragePage() {
  await requireActor('/admin/reports/coverage', ['admin']);
  return <Coverage />;
}
