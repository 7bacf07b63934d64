import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { TicketDto } from '@/lib/schemas/ticket';
import { StateChip } from './state-chip';

/** What the customer has asked and is not closed, offered before he asks it again. */
export async function OpenRequests({ tickets }: { tickets: readonly TicketDto[] }) {
  const t = await getTranslations('portal.new.open');
  if (tickets.length === 0) return null;
  return (
    <section aria-labelledby="open-requests" className="mb-8 border-y border-line py-4">
      <h2 id="open-requests" className="text-heading text-ink">
        {t('title')}
      </h2>
      <p className="text-small text-ink-2">{t('lead')}</p>
      <ul className="mt-2 flex flex-col">
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <Link
              href={`/requests/${ticket.number}#reply`}
              className="-mx-3 flex min-h-control flex-wrap items-center gap-x-4 rounded-control px-3 py-1 hover:bg-hover"
            >
              <span dir="auto" className="min-w-0 flex-1 basis-40 truncate text-ui font-[550] text-ink">
                {ticket.subject}
              </span>
              <StateChip status={ticket.status} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
