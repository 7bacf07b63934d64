import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/require-actor';
import { Websites } from '@/components/admin/chat/websites';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('websites');
  return { title: t('title') };
}

export default async function ChatChannelPage() {
  await requireActor('/admin/channels/chat', ['admin']);
  return <Websites />;
}
