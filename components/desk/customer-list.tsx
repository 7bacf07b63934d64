'use client';
import { Contact, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ApiError } from '@/components/data/api-error';
import { useCustomers } from '@/components/data/use-customers';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Input } from '@/components/ui/input';
import { Skeleton } from '@/components/ui/skeleton';
import { CustomerRows } from './customer-rows';
import { CustomersTabs } from './customers-tabs';
import { useAddressSearch } from './use-address-search';

/** Everybody who ever asked for something, by name; the search stands in the address. */
export function CustomerList() {
  const t = useTranslations('customers');
  const { problem } = useProblemText();
  const { text, setText, q, input } = useAddressSearch();
  const list = useCustomers(q);
  return (
    <>
      <h1 className="text-display">{t('title')}</h1>
      <CustomersTabs at="people" />
      <search className="relative mt-5 mb-3 block">
        <Search
          aria-hidden
          className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-ink-3"
        />
        <Input
          ref={input}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-label={t('search')}
          placeholder={t('search')}
          maxLength={200}
          className="ps-8.5"
        />
      </search>
      {list.data ? (
        list.data.length > 0 ? (
          <CustomerRows rows={list.data} />
        ) : (
          <EmptyState
            icon={<Contact aria-hidden className="size-8" strokeWidth={1.25} />}
            title={q === '' ? t('nobody') : t('notFound', { q })}
          >
            {q === '' ? t('nobodyHint') : null}
          </EmptyState>
        )
      ) : list.error ? (
        <ErrorState
          title={t('failed')}
          detail={problem(list.error)}
          requestId={(list.error instanceof ApiError && list.error.requestId) || undefined}
          onRetry={() => void list.refetch()}
          retrying={list.isFetching}
        />
      ) : (
        <div aria-busy="true" className="flex flex-col gap-6 py-4">
          <Skeleton className="w-2/3" />
          <Skeleton className="w-1/2" />
          <Skeleton className="w-3/5" />
        </div>
      )}
      {list.hasNextPage ? (
        <div className="mt-6 flex justify-center">
          <Button pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
