import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SystemPage } from '@/components/admin/system-page';
import { getMe } from '@/lib/queries/get-me';
import { requireActor } from '../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('system');
  return { title: t('title') };
}

export default async function Page() {
  const actor = await requireActor('/admin/system', ['admin']);
  return <SystemPage email={(await getMe(actor)).email} />;
}
