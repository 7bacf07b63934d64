import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Teams } from '@/components/admin/teams';
import { requireActor } from '../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('teams');
  return { title: t('title') };
}

export default async function TeamsPage() {
  await requireActor('/admin/teams', ['admin']);
  return <Teams />;
}
