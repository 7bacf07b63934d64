import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/require-actor';
import { EmailChannel } from '@/components/admin/email/email-channel';
import { getSettings } from '@/lib/queries/get-settings';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('channels');
  return { title: t('title') };
}

export default async function EmailChannelPage() {
  await requireActor('/admin/channels/email', ['admin']);
  return <EmailChannel settings={await getSettings()} />;
}
