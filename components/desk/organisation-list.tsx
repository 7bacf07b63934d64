'use client';
import { Building2, Plus, Search } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiError } from '@/components/data/api-error';
import { useOrganisations } from '@/components/data/use-organisations';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Input } from '@/components/ui/input';
import { Skeleton } from '@/components/ui/skeleton';
import { VipMark } from '@/components/ui/vip-mark';
import type { OrganisationDto } from '@/lib/schemas/organisation';
import { CustomersTabs } from './customers-tabs';
import { OrganisationForm } from './organisation-form';
import { useAddressSearch } from './use-address-search';

/** Organisations by name, and a way to a new one. */
export function OrganisationList() {
  const t = useTranslations('customers.organisation');
  const c = useTranslations('customers');
  const router = useRouter();
  const { problem } = useProblemText();
  const { text, setText, q, input } = useAddressSearch();
  const [making, setMaking] = useState(false);
  const list = useOrganisations(q);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-display">{t('title')}</h1>
        <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => setMaking(true)}>
          {t('new')}
        </Button>
      </div>
      <CustomersTabs at="organisations" />
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
          maxLength={120}
          className="ps-8.5"
        />
      </search>
      {list.data && list.data.length > 0 ? (
        <Rows rows={list.data} />
      ) : list.data ? (
        <EmptyState
          icon={<Building2 aria-hidden className="size-8" strokeWidth={1.25} />}
          title={q === '' ? t('none') : t('notFound', { q })}
        >
          {q === '' ? t('noneHint') : null}
        </EmptyState>
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
        </div>
      )}
      {list.hasNextPage ? (
        <div className="mt-6 flex justify-center">
          <Button pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {c('more')}
          </Button>
        </div>
      ) : null}
      <Dialog open={making} onOpenChange={setMaking} title={t('new')}>
        <OrganisationForm
          onCancel={() => setMaking(false)}
          onSaved={({ id }) => router.push(`/customers/organisations/${id}`)}
        />
      </Dialog>
    </>
  );
}

function Rows({ rows }: { rows: readonly OrganisationDto[] }) {
  const t = useTranslations('customers.organisation');
  return (
    <ul className="border-t">
      {rows.map(({ id, name, is_vip, domains, members }) => (
        <li key={id} className="border-b">
          <Link
            href={`/customers/organisations/${id}`}
            prefetch={false}
            className="-mx-3 grid min-h-12 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 rounded-control px-3 py-2 hover:bg-hover sm:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_minmax(0,1fr)]"
          >
            <span className="flex min-w-0 items-center gap-1.5">
              <bdi className="truncate text-ui font-[580] text-ink">{name}</bdi>
              {is_vip ? <VipMark /> : null}
            </span>
            <bdi className="truncate text-small text-ink-2 max-sm:hidden">{domains.join(', ')}</bdi>
            <span className="tabular truncate text-end text-small text-ink-3">
              {t('memberCount', { count: members })}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
