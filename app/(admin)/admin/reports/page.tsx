import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Reports } from '@/components/reports/reports';
import { getSettings } from '@/lib/queries/get-settings';
import { requireActor } from '../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reports');
  return { title: t('title') };
}

export default async function ReportsPage() {
  await requireActor('/admin/reports', ['admin']);
  const { business_hours } = await getSettings();
  return <Reports timeZone={business_hours.time_zone} />;
}
