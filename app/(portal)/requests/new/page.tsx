import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/require-actor';
import { NewRequestForm } from '@/components/portal/new-request-form';
import { listTopics } from '@/lib/queries/list-topics';
import type { Locale } from '@/lib/schemas/values';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portal.new');
  return { title: t('title') };
}

export default async function NewRequestPage() {
  const actor = await requireActor('/requests/new', ['customer']);
  const t = await getTranslations('portal.new');
  const { results: topics } = await listTopics(actor, { locale: (await getLocale()) as Locale });
  return (
    <>
      <h1 className="text-display">{t('title')}</h1>
      <p className="mt-1 mb-8 text-body text-ink-2">{t('lead')}</p>
      <NewRequestForm meId={actor.id} topics={topics} />
    </>
  );
}
