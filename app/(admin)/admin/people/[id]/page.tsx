import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PersonPage } from '@/components/admin/person-page';
import { requireActor } from '../../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.list');
  return { title: t('title') };
}

export default async function OnePersonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireActor(`/admin/people/${id}`, ['admin']);
  return <PersonPage id={id} meId={actor.id} />;
}
