import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/require-actor';
import { RequestHits } from '@/components/portal/request-hits';
import { RequestList } from '@/components/portal/request-list';
import { RequestSearch } from '@/components/portal/request-search';
import { UnfinishedRequest } from '@/components/portal/unfinished-request';
import { buttonStyle } from '@/components/ui/button-style';
import { Invalid } from '@/lib/errors';
import { listTickets } from '@/lib/queries/list-tickets';
import { searchTickets } from '@/lib/queries/search-tickets';
import { searchQuery } from '@/lib/schemas/search';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portal.list');
  return { title: t('title') };
}

const FILTERS = { sort: 'updated', limit: 30 } as const;

interface Props {
  searchParams: Promise<{ cursor?: string | string[]; q?: string | string[] }>;
}

/** A cursor or a question that is not this person's to ask: start at the beginning. */
const startOver = (error: unknown): never => {
  if (error instanceof Invalid) redirect('/requests');
  throw error;
};

export default async function RequestsPage({ searchParams }: Props) {
  const actor = await requireActor('/requests', ['customer']);
  const { cursor, q } = await searchParams;
  const from = typeof cursor === 'string' ? cursor : undefined;
  const asked = typeof q === 'string' ? searchQuery.safeParse({ q, cursor: from }) : null;
  if (asked && !asked.success) redirect('/requests');
  const t = await getTranslations('portal');
  if (asked) {
    const found = await searchTickets(actor, asked.data).catch(startOver);
    return (
      <>
        <h1 className="mb-8 text-display">{t('list.title')}</h1>
        <RequestSearch key={asked.data.q} q={asked.data.q} />
        <RequestHits q={asked.data.q} found={found} />
      </>
    );
  }
  const initial = await listTickets(actor, { ...FILTERS, in: 'inbox', cursor: from }).catch(startOver);
  const hasSome = initial.results.length > 0;
  return (
    <>
      <div className="mb-8 flex flex-wrap items-center justify-between gap-4">
        <div>
          <h1 className="text-display">{t('list.title')}</h1>
          <p className="mt-1 text-body text-ink-2">{t('list.lead')}</p>
        </div>
        {hasSome ? (
          <Link href="/requests/new" className={buttonStyle({ variant: 'primary', size: 'large' })}>
            {t('nav.newRequest')}
          </Link>
        ) : null}
      </div>
      <UnfinishedRequest meId={actor.id} />
      {hasSome ? <RequestSearch q="" /> : null}
      <RequestList key={from} initial={initial} filters={FILTERS} />
    </>
  );
}
