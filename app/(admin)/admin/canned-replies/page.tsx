import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { CannedReplies } from '@/components/admin/canned-replies';
import { requireActor } from '../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workspace.canned');
  return { title: t('title') };
}

export default async function CannedRepliesPage() {
  const actor = await requireActor('/admin/canned-replies', ['admin']);
  return (
    <Suspense>
      <CannedReplies me={{ id: actor.id, name: actor.name, role: actor.role }} />
    </Suspense>
  );
}
