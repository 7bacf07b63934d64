import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/require-actor';
import { RequestList } from '@/components/portal/request-list';
import { buttonStyle } from '@/components/ui/button-style';
import { Invalid } from '@/lib/errors';
import { listTickets } from '@/lib/queries/list-tickets';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portal.list');
  return { title: t('title') };
}

const FILTERS = { sort: 'updated', limit: 30 } as const;

export default async function RequestsPage({
  searchParams,
}: {
  searchParams: Promise<{ cursor?: string | string[] }>;
}) {
  const actor = await requireActor('/requests', ['customer']);
  const { cursor } = await searchParams;
  const from = typeof cursor === 'string' ? cursor : undefined;
  const initial = await listTickets(actor, { ...FILTERS, in: 'inbox', cursor: from }).catch((error) => {
    // A cursor that is not this person's: start at the beginning.
    if (error instanceof Invalid) redirect('/requests');
    throw error;
  });
  const t = await getTranslations('portal');
  return (
    <>
      <div className="mb-8 flex flex-wrap items-center justify-between gap-4">
        <div>
          <h1 className="text-display">{t('list.title')}</h1>
          <p className="mt-1 text-body text-ink-2">{t('list.lead')}</p>
        </div>
        {initial.results.length > 0 ? (
          <Link href="/requests/new" className={buttonStyle({ variant: 'primary', size: 'large' })}>
            {t('nav.newRequest')}
          </Link>
        ) : null}
      </div>
      <RequestList key={from} initial={initial} filters={FILTERS} />
    </>
  );
}
