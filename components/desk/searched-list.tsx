'use client';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { MoreButton } from '@/components/data/more-button';
import { QueryError } from '@/components/data/query-error';
import { EmptyState } from '@/components/ui/empty-state';
import { SearchField } from '@/components/ui/search-field';
import { Skeleton } from '@/components/ui/skeleton';
import type { useAddressSearch } from './use-address-search';

interface SearchedListProps<Row> {
  search: ReturnType<typeof useAddressSearch>;
  /** What `search.q` finds. */
  list: ComponentProps<typeof QueryError>['query'] &
    ComponentProps<typeof MoreButton>['list'] & { data: readonly Row[] | undefined };
  icon: LucideIcon;
  words: {
    search: string;
    failed: string;
    /** Nothing is there at all, and what to do about it. */
    none: string;
    noneHint: string;
    notFound: string;
  };
  children: (rows: readonly Row[]) => ReactNode;
}

/** A search box over a list, and what is said while the list loads, is empty or failed. */
export function SearchedList<Row>({ search, list, icon, words, children }: SearchedListProps<Row>) {
  return (
    <>
      <search className="mt-5 mb-3 block">
        <SearchField ref={search.input} label={words.search} value={search.text} onChange={search.setText} />
      </search>
      <Found isAll={search.q === ''} list={list} icon={icon} words={words}>
        {children}
      </Found>
      <MoreButton list={list} />
    </>
  );
}

function Found<Row>({
  isAll,
  list,
  icon: Icon,
  words,
  children,
}: Omit<SearchedListProps<Row>, 'search'> & { isAll: boolean }) {
  if (list.data && list.data.length > 0) return children(list.data);
  if (list.data)
    return (
      <EmptyState
        icon={<Icon aria-hidden className="size-8" strokeWidth={1.25} />}
        title={isAll ? words.none : words.notFound}
      >
        {isAll ? words.noneHint : null}
      </EmptyState>
    );
  if (list.error) return <QueryError title={words.failed} query={list} />;
  return (
    <div aria-busy="true" className="flex flex-col gap-6 py-4">
      <Skeleton className="w-2/3" />
      <Skeleton className="w-1/2" />
      <Skeleton className="w-3/5" />
    </div>
  );
}
