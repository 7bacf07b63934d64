'use client';
import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusGlyph } from '@/components/ui/status-glyph';
import type { CustomerDto } from '@/lib/schemas/customer';
import { useStaff } from './desk-context';
import { DeskLink } from './desk-link';

/** His newest tickets that the reader may see, how many there are, and the way to all of them. */
export function CustomerTickets({ customer }: { customer: CustomerDto }) {
  const t = useTranslations('customers');
  const c = useTranslations('common.status');
  const { hrefFor, go } = useStaff();
  const { counts, tickets } = customer;
  if (tickets.length === 0) return <p className="text-small text-ink-3">{t('noTickets')}</p>;
  const search = `from:"${(customer.email ?? customer.name).replaceAll('"', ' ')}"`;
  return (
    <>
      <p className="tabular pb-3 text-small text-ink-2">
        {t('counts', { ...counts, capped: String(counts.capped) })}
      </p>
      <ul className="border-t">
        {tickets.map(({ id, number, subject, status, created_at }) => (
          <li key={id} className="border-b">
            <DeskLink
              href={hrefFor(number, { view: 'all' })}
              onGo={() => go(number, { view: 'all' })}
              className="-mx-3 flex min-h-10 items-center gap-2.5 rounded-control px-3 py-2 hover:bg-hover"
            >
              <StatusGlyph status={status} className="size-4" />
              <bdi className="min-w-0 flex-1 truncate text-ui text-ink">{subject}</bdi>
              <span className="shrink-0 text-small text-ink-3 max-sm:sr-only">{c(status)}</span>
              <span className="tabular shrink-0 font-mono text-micro text-ink-3">#{number}</span>
              <RelativeTime value={created_at} className="shrink-0 text-micro text-ink-3" />
            </DeskLink>
          </li>
        ))}
      </ul>
      {counts.total > tickets.length ? (
        <DeskLink
          href={hrefFor(null, { search })}
          onGo={() => go(null, { search })}
          className="mt-4 inline-block rounded-control text-small text-accent hover:underline"
        >
          {t('allTickets')}
        </DeskLink>
      ) : null}
    </>
  );
}
