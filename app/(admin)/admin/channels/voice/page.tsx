import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/require-actor';
import { VoiceChannel } from '@/components/admin/voice/voice-channel';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('channels.voice');
  return { title: t('title') };
}

export default async function VoiceChannelPage() {
  await requireActor('/admin/channels/voice', ['admin']);
  return <VoiceChannel />;
}
