import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Developers } from '@/components/admin/developers/developers';
import { requireActor } from '../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('developers');
  return { title: t('title') };
}

export default async function DevelopersPage() {
  const actor = await requireActor('/admin/developers', ['admin']);
  return <Developers me={{ id: actor.id, name: actor.name }} />;
}
