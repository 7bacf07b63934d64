import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Marked, nearFirstHit } from '@/components/ui/marked';
import { RelativeTime } from '@/components/ui/relative-time';
import type { TicketHitDto } from '@/lib/schemas/search';
import type { TicketDto } from '@/lib/schemas/ticket';
import { requestState } from './request-state';
import { StateChip } from './state-chip';

/** One request: what it is, how it stands, how its last line begins. The whole row is the link. */
export function RequestRow({ ticket, hit }: { ticket: TicketDto; hit?: TicketHitDto }) {
  const t = useTranslations('portal');
  const { preview } = ticket;
  // a hit is opened as a page of its own: only then does the browser know which message the address points at
  const Row = hit ? 'a' : Link;
  const author = preview?.author === ticket.customer.name ? t('list.you') : preview?.author;
  return (
    <li className="border-b border-line">
      <Row
        href={`/requests/${ticket.number}${hit?.message_id ? `#message-${hit.message_id}` : ''}`}
        {...(hit ? {} : { prefetch: false })}
        aria-label={t('list.row', {
          subject: ticket.subject,
          state: t(`state.${requestState(ticket.status)}`),
        })}
        className="-mx-3 flex flex-col gap-1 rounded-control px-3 py-4 hover:bg-hover"
      >
        <span className="flex items-baseline gap-4">
          <span className="min-w-0 flex-1 truncate text-heading text-ink">
            <bdi>{hit ? <Marked pieces={hit.subject} /> : ticket.subject}</bdi>
          </span>
          <RelativeTime value={ticket.updated_at} className="shrink-0 text-small text-ink-3" />
        </span>
        <span className="flex items-center gap-x-4 gap-y-1 max-sm:flex-wrap-reverse">
          <span className="min-w-0 flex-1 truncate text-body text-ink-2 max-sm:basis-full">
            {hit && hit.snippet.length > 0 ? (
              <bdi>
                <Marked pieces={nearFirstHit(hit.snippet)} />
              </bdi>
            ) : preview ? (
              <>
                <bdi>{author}</bdi>: <bdi>{preview.text}</bdi>
              </>
            ) : null}
          </span>
          <StateChip status={ticket.status} />
        </span>
      </Row>
    </li>
  );
}
