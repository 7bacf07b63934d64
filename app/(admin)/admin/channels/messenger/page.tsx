import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/require-actor';
import { MessengerChannel } from '@/components/admin/messenger/messenger-channel';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('messenger');
  return { title: t('title') };
}

export default async function MessengerChannelPage() {
  await requireActor('/admin/channels/messenger', ['admin']);
  return <MessengerChannel />;
}
