'use client';
import { Building2, Plus } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrganisations } from '@/components/data/use-organisations';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { VipMark } from '@/components/ui/vip-mark';
import type { OrganisationDto } from '@/lib/schemas/organisation';
import { CustomersTabs } from './customers-tabs';
import { OrganisationForm } from './organisation-form';
import { SearchedList } from './searched-list';
import { useAddressSearch } from './use-address-search';

/** Organisations by name, and a way to a new one. */
export function OrganisationList() {
  const t = useTranslations('customers.organisation');
  const router = useRouter();
  const search = useAddressSearch();
  const [making, setMaking] = useState(false);
  const list = useOrganisations(search.q);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-display">{t('title')}</h1>
        <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => setMaking(true)}>
          {t('new')}
        </Button>
      </div>
      <CustomersTabs at="organisations" />
      <SearchedList
        search={search}
        list={list}
        icon={Building2}
        words={{
          search: t('search'),
          failed: t('failed'),
          none: t('none'),
          noneHint: t('noneHint'),
          notFound: t('notFound', { q: search.q }),
        }}
      >
        {(rows) => <Rows rows={rows} />}
      </SearchedList>
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
