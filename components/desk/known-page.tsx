'use client';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { type ComponentProps, type ReactNode, useEffect } from 'react';
import { ApiError } from '@/components/data/api-error';
import { QueryError } from '@/components/data/query-error';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';

interface KnownPageProps<Known> {
  query: ComponentProps<typeof QueryError>['query'] & { data: Known | undefined };
  /** The list it stands in. */
  href: string;
  words: { back: string; missing: string; failed: string };
  children: (known: Known) => ReactNode;
}

/** The page of a customer or an organisation, which gives the tab its name; or why there is none. */
export function KnownPage<Known extends { name: string }>({
  query,
  href,
  words,
  children,
}: KnownPageProps<Known>) {
  const { data, error } = query;
  useEffect(() => {
    if (data) document.title = data.name;
  }, [data]);
  return (
    <>
      <Link
        href={href}
        className="mb-4 inline-flex items-center gap-1.5 rounded-control text-small text-ink-2 hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-3.5 rtl:-scale-x-100" />
        {words.back}
      </Link>
      {data ? (
        children(data)
      ) : error instanceof ApiError && [404, 422].includes(error.status) ? (
        <EmptyState title={words.missing} />
      ) : error ? (
        <QueryError title={words.failed} query={query} />
      ) : (
        <div aria-busy="true" className="flex flex-col gap-6 py-4">
          <Skeleton className="w-1/3" />
          <Skeleton className="w-1/2" />
        </div>
      )}
    </>
  );
}
