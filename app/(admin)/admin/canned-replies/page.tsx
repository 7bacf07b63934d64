import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { CannedReplies } from '@/components/admin/canned-replies';
import { listTeamNames } from '@/lib/queries/list-team-names';
import { requireActor } from '../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workspace.canned');
  return { title: t('title') };
}

export default async function CannedRepliesPage() {
  const actor = await requireActor('/admin/canned-replies', ['admin']);
  const teams = await listTeamNames();
  return (
    <Suspense>
      <CannedReplies teams={teams} meName={actor.name} />
    </Suspense>
  );
}
