'use client';
import { Split } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { CustomerDto } from '@/lib/schemas/customer';
import { usePartCustomers } from './use-part-customers';

/** Who was merged into this customer, and the way back. */
export function CustomerMerged({ merged }: { merged: CustomerDto['merged'] }) {
  const t = useTranslations('customers.merge');
  return (
    <ul className="border-t">
      {merged.map(({ id, name, email, external_id, phone }) => (
        <li key={id} className="flex min-h-10 items-center gap-3 border-b py-1.5">
          <span className="min-w-0 flex-1">
            <bdi className="block truncate text-small text-ink">{name}</bdi>
            <span className="block truncate text-micro text-ink-3">
              {[email, external_id, phone].flatMap((one) => one ?? []).join(' · ')}
            </span>
          </span>
          <Part id={id} label={t('partOne', { name })} />
        </li>
      ))}
    </ul>
  );
}

/** Above a customer who is part of another one. */
export function PartOfAnother({
  customer,
  into,
}: {
  customer: CustomerDto;
  into: { id: string; name: string };
}) {
  const t = useTranslations('customers.merge');
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3 rounded-control bg-sunken px-3 py-2.5 text-ui text-ink">
      <p className="min-w-0 flex-1 basis-64">
        {t.rich('partOf', {
          name: customer.name,
          other: into.name,
          link: (words) => (
            <Link href={`/customers/${into.id}`} className="font-[550] underline">
              <bdi>{words}</bdi>
            </Link>
          ),
        })}
      </p>
      <Part id={customer.id} label={t('partOne', { name: customer.name })} />
    </div>
  );
}

function Part({ id, label }: { id: string; label: string }) {
  const t = useTranslations('customers.merge');
  const { part, isPending } = usePartCustomers();
  return (
    <Button
      size="small"
      aria-label={label}
      pending={isPending}
      icon={<Split aria-hidden className="size-3.5" />}
      onClick={() => void part(id)}
    >
      {t('part')}
    </Button>
  );
}
