import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InvitationForm } from '@/components/auth/invitation-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.invitation');
  return { title: t('title'), referrer: 'no-referrer' };
}

export default function InvitationPage() {
  return <InvitationForm />;
}
