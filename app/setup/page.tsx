import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuthShell } from '@/components/auth/auth-shell';
import { SetupForm } from '@/components/auth/setup-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.setup');
  return { title: t('title'), referrer: 'no-referrer' };
}

export default function SetupPage() {
  return (
    <AuthShell>
      <SetupForm />
    </AuthShell>
  );
}
