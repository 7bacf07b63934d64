import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Topics } from '@/components/admin/topics';
import { requireActor } from '../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workspace.topics');
  return { title: t('title') };
}

export default async function TopicsPage() {
  await requireActor('/admin/topics', ['admin']);
  return <Topics />;
}
