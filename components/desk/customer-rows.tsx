'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { VipMark } from '@/components/ui/vip-mark';
import type { CustomerListDto } from '@/lib/schemas/customer';

interface CustomerRowsProps {
  rows: readonly CustomerListDto[];
  /** All are of one organisation, whose name needs no saying. */
  areMembers?: boolean;
}

/** Customers with what they are known by, each a way to his page. */
export function CustomerRows({ rows, areMembers }: CustomerRowsProps) {
  const t = useTranslations('customers');
  return (
    <ul className="border-t">
      {rows.map((customer) => (
        <li key={customer.id} className="border-b">
          <Link
            href={`/customers/${customer.id}`}
            prefetch={false}
            className="-mx-3 grid min-h-12 grid-cols-[2rem_minmax(0,1fr)] items-center gap-x-3 rounded-control px-3 py-2 hover:bg-hover sm:grid-cols-[2rem_minmax(0,2fr)_minmax(0,2fr)_minmax(0,1fr)]"
          >
            <Avatar name={customer.name} size={32} />
            <span className="flex min-w-0 items-center gap-1.5">
              <bdi className="truncate text-ui font-[580] text-ink">{customer.name}</bdi>
              {customer.is_vip || customer.organisation?.is_vip ? <VipMark /> : null}
            </span>
            <span className="truncate text-small text-ink-2 max-sm:col-start-2">
              {customer.email ?? <span className="text-ink-3">{t('noAddress')}</span>}
            </span>
            <span className="truncate text-end text-small text-ink-3 max-sm:hidden">
              {customer.is_active ? <KnownBy customer={customer} areMembers={areMembers} /> : t('inactive')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** His organisation, else his number. */
function KnownBy({ customer, areMembers }: { customer: CustomerListDto; areMembers?: boolean | undefined }) {
  if (customer.organisation && !areMembers) return <bdi>{customer.organisation.name}</bdi>;
  return <bdi dir="ltr">{customer.phone ?? customer.external_id}</bdi>;
}
