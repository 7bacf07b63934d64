'use client';
import { SearchX, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { QueryError } from '@/components/data/query-error';
import { useProblemText } from '@/components/data/use-problem-text';
import { useSearchList } from '@/components/data/use-search';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { CustomerHitDto } from '@/lib/schemas/search';
import { useDesk } from './desk-context';
import { ListSkeleton } from './list-skeleton';
import { SearchHint } from './search-hint';
import { TicketGrid } from './ticket-grid';

/** Everything that was found, in the list's place: customers above, tickets with the place that fits. */
export function SearchResults({ q }: { q: string }) {
  const t = useTranslations('search');
  const { go } = useDesk();
  const { problem } = useProblemText();
  const query = useSearchList(q);
  const pages = query.data?.pages;
  const hits = useMemo(
    () => new Map(pages?.flatMap(({ results }) => results.map((hit) => [hit.ticket.number, hit] as const))),
    [pages],
  );
  const tickets = useMemo(() => [...hits.values()].map(({ ticket }) => ticket), [hits]);
  if (q === '') return <SearchHint />;
  if (query.error && !pages) {
    return <QueryError title={t('failed')} query={query} />;
  }
  const first = pages?.[0];
  if (!first) return <ListSkeleton />;
  const { suggestion, customers } = first;
  return (
    <>
      {customers.length > 0 ? <Customers customers={customers} /> : null}
      <TicketGrid
        name={t('list')}
        tickets={tickets}
        hits={hits}
        sort="updated"
        hasMore={query.hasNextPage}
        loadingMore={query.isFetchingNextPage}
        onMore={() => void query.fetchNextPage()}
        empty={
          customers.length > 0 ? null : (
            <EmptyState
              icon={<SearchX aria-hidden className="size-8" strokeWidth={1.25} />}
              title={t('nothing', { q })}
              action={
                suggestion ? (
                  <Button variant="secondary" onClick={() => go(null, { search: suggestion })}>
                    {t('didYouMean', { suggestion })}
                  </Button>
                ) : undefined
              }
            >
              {t('nothingHint')}
            </EmptyState>
          )
        }
      />
      {query.error ? (
        <p className="flex items-center gap-1.5 border-t px-4 py-2 text-small text-danger">
          <TriangleAlert aria-hidden className="size-3.5" />
          {problem(query.error)}
        </p>
      ) : null}
    </>
  );
}

function Customers({ customers }: { customers: readonly CustomerHitDto[] }) {
  const t = useTranslations('search');
  return (
    <section aria-label={t('customers')} className="shrink-0 border-b py-1.5">
      <ul>
        {customers.map((customer) => (
          <li key={customer.id}>
            <Link
              href={`/customers/${customer.id}`}
              prefetch={false}
              className="flex min-h-8 items-center gap-2.5 px-4 py-1 hover:bg-hover focus-visible:-outline-offset-2 coarse:min-h-11"
            >
              <Avatar name={customer.name} size={20} />
              <bdi className="min-w-0 truncate text-ui text-ink">{customer.name}</bdi>
              <span className="min-w-0 flex-1 truncate text-small text-ink-3">
                <bdi>{customer.email ?? customer.phone ?? customer.external_id ?? t('noAddress')}</bdi>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
