import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuthShell } from '@/components/auth/auth-shell';
import { SetupForm } from '@/components/auth/setup-form';
import { workspace } from '../workspace';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.setup');
  return { title: t('title'), referrer: 'no-referrer' };
}

export default async function SetupPage() {
  const { workspace_name, accent } = await workspace();
  return (
    <AuthShell name={workspace_name} accent={accent}>
      <SetupForm />
    </AuthShell>
  );
}
