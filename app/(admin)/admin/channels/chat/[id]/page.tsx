import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/require-actor';
import { WebsitePage } from '@/components/admin/chat/website-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('websites');
  return { title: t('title') };
}

export default async function ChatWebsitePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireActor(`/admin/channels/chat/${id}`, ['admin']);
  return <WebsitePage id={id} />;
}
