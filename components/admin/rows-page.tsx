'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { QueryError } from '@/components/data/query-error';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { PageHead } from './page-head';

interface RowsPageProps<Row> {
  words: (key: 'title' | 'detail' | 'add' | 'none' | 'noneDetail' | 'failed') => string;
  query: UseQueryResult<Row[]>;
  onAdd: () => void;
  /** A row, as an `li`. */
  children: (row: Row) => ReactNode;
}

/** The head of an admin page, and its list: to be loaded, empty, there, or not to be had. */
export function RowsPage<Row>({ words, query, onAdd, children }: RowsPageProps<Row>) {
  return (
    <>
      <PageHead
        title={words('title')}
        detail={words('detail')}
        action={
          <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={onAdd}>
            {words('add')}
          </Button>
        }
      />
      <section aria-label={words('title')} className="mt-6">
        {query.data?.length === 0 ? (
          <EmptyState title={words('none')}>{words('noneDetail')}</EmptyState>
        ) : query.data ? (
          <ul className="border-t">{query.data.map(children)}</ul>
        ) : query.error ? (
          <QueryError title={words('failed')} query={query} />
        ) : (
          <Skeleton className="h-24" />
        )}
      </section>
    </>
  );
}
