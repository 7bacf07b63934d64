import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { Audit } from '@/components/admin/audit';
import { requireActor } from '../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit');
  return { title: t('title') };
}

export default async function AuditPage() {
  await requireActor('/admin/audit', ['admin']);
  return (
    <Suspense>
      <Audit />
    </Suspense>
  );
}
