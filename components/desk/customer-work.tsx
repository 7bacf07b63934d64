'use client';
import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import type { CustomerDto } from '@/lib/schemas/customer';
import { CustomerTickets } from './customer-tickets';
import { CustomerTimeline } from './customer-timeline';
import { useStored } from './use-stored';

const SHOWN = ['tickets', 'timeline'] as const;

/** What there was with a customer, ticket by ticket or as one conversation; the browser remembers which. */
export function CustomerWork({ customer }: { customer: CustomerDto }) {
  const t = useTranslations('customers');
  const [shown, show] = useStored<(typeof SHOWN)[number]>('customer-work', 'tickets');
  return (
    <section aria-label={t(shown)} className="pt-6">
      <h2 className="flex gap-5 pb-3">
        {SHOWN.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={shown === one}
            onClick={() => show(one)}
            className={cx(
              'inline-flex h-8 items-center border-b-2 text-heading',
              shown === one ? 'border-accent text-ink' : 'border-transparent text-ink-3 hover:text-ink',
            )}
          >
            {t(one)}
          </button>
        ))}
      </h2>
      {shown === 'tickets' ? <CustomerTickets customer={customer} /> : <CustomerTimeline id={customer.id} />}
    </section>
  );
}
