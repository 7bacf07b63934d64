import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Board } from '@/components/board/board';
import { requireActor } from '../../../require-actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('board');
  return { title: t('title') };
}

export default async function BoardPage() {
  await requireActor('/admin/board', ['admin']);
  return <Board />;
}
