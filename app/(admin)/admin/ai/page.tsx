import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AiUsage } from '@/components/admin/ai-usage';
import { requireActor } from '../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ai.admin');
  return { title: t('title') };
}

export default async function AiPage() {
  await requireActor('/admin/ai', ['admin']);
  return <AiUsage />;
}
