import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { People } from '@/components/admin/people';
import { requireActor } from '../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.list');
  return { title: t('title') };
}

export default async function PeoplePage() {
  const actor = await requireActor('/admin/people', ['admin']);
  return <People meId={actor.id} />;
}
