'use client';
import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Marked, nearFirstHit } from '@/components/ui/marked';
import { VipMark } from '@/components/ui/vip-mark';
import type { TicketHitDto } from '@/lib/schemas/search';
import type { TicketDto } from '@/lib/schemas/ticket';

/** Whose it is, and the last line of it or the place that was found. */
export function RowPreview({ ticket, hit }: { ticket: TicketDto; hit?: TicketHitDto }) {
  const t = useTranslations('desk.row');
  const { preview, customer } = ticket;
  const place = hit && hit.snippet.length > 0 ? hit : null;
  return (
    <span className="col-start-2 flex min-w-0 items-center gap-1.5 text-small text-ink-3">
      <RowCustomer customer={customer} />
      <span aria-hidden="true">·</span>
      {(place ?? preview)?.is_internal ? (
        <span className="inline-flex shrink-0 items-center gap-1 text-note-ink">
          <Lock aria-hidden className="size-3" />
          {t('note')}
        </span>
      ) : null}
      <span dir="auto" className="min-w-0 truncate">
        {place ? (
          <Marked pieces={nearFirstHit(place.snippet)} />
        ) : preview ? (
          preview.author === customer.name || preview.is_internal ? (
            preview.text
          ) : (
            `${preview.author}: ${preview.text}`
          )
        ) : (
          ticket.description
        )}
      </span>
    </span>
  );
}

/** Whose it is. */
export function RowCustomer({ customer }: { customer: TicketDto['customer'] }) {
  return (
    <span
      title={customer.organisation?.name}
      className="flex max-w-[45%] shrink-0 items-center gap-1 text-small text-ink-2"
    >
      <bdi className="truncate">{customer.name}</bdi>
      {customer.is_vip ? <VipMark className="size-3" /> : null}
    </span>
  );
}
