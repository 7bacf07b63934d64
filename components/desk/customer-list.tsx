'use client';
import { Contact } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCustomers } from '@/components/data/use-customers';
import { CustomerRows } from './customer-rows';
import { CustomersTabs } from './customers-tabs';
import { SearchedList } from './searched-list';
import { useAddressSearch } from './use-address-search';

/** Everybody who ever asked for something, by name; the search stands in the address. */
export function CustomerList() {
  const t = useTranslations('customers');
  const search = useAddressSearch();
  const list = useCustomers(search.q);
  return (
    <>
      <h1 className="text-display">{t('title')}</h1>
      <CustomersTabs at="people" />
      <SearchedList
        search={search}
        list={list}
        icon={Contact}
        words={{
          search: t('search'),
          failed: t('failed'),
          none: t('nobody'),
          noneHint: t('nobodyHint'),
          notFound: t('notFound', { q: search.q }),
        }}
      >
        {(rows) => <CustomerRows rows={rows} />}
      </SearchedList>
    </>
  );
}
