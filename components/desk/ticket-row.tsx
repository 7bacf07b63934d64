'use client';
import { cx } from 'class-variance-authority';
import { Lock, MessageCircle, Phone } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useTopics } from '@/components/data/use-topics';
import { Avatar } from '@/components/ui/avatar';
import { Chip } from '@/components/ui/chip';
import { languageName } from '@/components/ui/language-name';
import { Marked, nearFirstHit } from '@/components/ui/marked';
import { PriorityGlyph } from '@/components/ui/priority-glyph';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusGlyph } from '@/components/ui/status-glyph';
import { UrgencyGlyph } from '@/components/ui/urgency-glyph';
import type { TicketHitDto } from '@/lib/schemas/search';
import type { ListTicketsQuery, TicketDto } from '@/lib/schemas/ticket';
import { DeskLink } from './desk-link';
import type { Row } from './hold-list';

interface TicketRowProps {
  row: Row;
  hit?: TicketHitDto;
  sort: ListTicketsQuery['sort'];
  index: number;
  top: number;
  open: boolean;
  tabStop: boolean;
  href: string;
  onOpen: () => void;
  onFocus: () => void;
  onHover: (over: boolean) => void;
}

/** The time that the order goes by. */
function timeOf(ticket: TicketDto, sort: ListTicketsQuery['sort']): string {
  if (sort === 'newest' || sort === 'oldest') return ticket.created_at;
  if (sort === 'waiting' || sort === 'urgency') return ticket.waiting_since ?? ticket.updated_at;
  return ticket.updated_at;
}

export function TicketRow({
  row,
  hit,
  sort,
  index,
  top,
  open,
  tabStop,
  href,
  onOpen,
  onFocus,
  onHover,
}: TicketRowProps) {
  const t = useTranslations('desk.row');
  const c = useTranslations('common');
  const { ticket, gone } = row;
  const name = t('name', {
    subject: ticket.subject,
    customer: ticket.customer.name,
    status: c(`status.${ticket.status}`),
    priority: c(`priority.${ticket.priority}`),
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a layout grid (see TicketGrid)
    // biome-ignore lint/a11y/useFocusableInteractive: the link inside takes the focus
    <div
      role="row"
      aria-rowindex={index + 1}
      aria-selected={open}
      className="absolute inset-x-0 top-0 h-row"
      style={{ transform: `translateY(${top}px)` }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <div role="gridcell" className="h-full">
        <DeskLink
          href={href}
          data-number={ticket.number}
          tabIndex={tabStop ? 0 : -1}
          aria-label={gone ? `${name}, ${t('moved')}` : name}
          aria-current={open ? 'true' : undefined}
          onGo={onOpen}
          onFocus={onFocus}
          onMouseEnter={() => onHover(true)}
          onMouseLeave={() => onHover(false)}
          className={cx(
            'relative grid h-full grid-cols-[1rem_minmax(0,1fr)] content-center gap-x-2.5 gap-y-px border-b py-1.5 ps-4 pe-3 focus-visible:z-10 focus-visible:-outline-offset-2',
            open
              ? 'row-selected bg-selected before:absolute before:inset-y-0 before:start-0 before:w-0.5 before:bg-accent'
              : 'hover:bg-hover',
            gone && '[&_bdi]:font-[450] [&_bdi]:text-ink-3 [&_svg]:opacity-60',
          )}
        >
          <StatusGlyph status={ticket.status} className="mt-0.5 size-4" />
          <span className="flex min-w-0 items-baseline gap-3">
            <bdi className="min-w-0 flex-1 truncate text-ui font-[580] text-ink">
              {hit ? <Marked pieces={hit.subject} /> : ticket.subject}
            </bdi>
            <RelativeTime value={timeOf(ticket, sort)} className="shrink-0 text-micro text-ink-3" />
          </span>
          <Preview ticket={ticket} hit={hit} />
          <span className="col-start-2 flex h-5 min-w-0 items-center gap-2.5 text-micro text-ink-3">
            {gone ? <span className="font-[550] text-ink-2">{t('moved')}</span> : <Facts ticket={ticket} />}
          </span>
        </DeskLink>
      </div>
    </div>
  );
}

function Preview({ ticket, hit }: { ticket: TicketDto; hit?: TicketHitDto }) {
  const t = useTranslations('desk.row');
  const { preview, customer } = ticket;
  const place = hit && hit.snippet.length > 0 ? hit : null;
  return (
    <span className="col-start-2 flex min-w-0 items-center gap-1.5 text-small text-ink-3">
      <bdi className="max-w-[45%] shrink-0 truncate text-ink-2">{customer.name}</bdi>
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

const TONE = ['', 'text-ink-2', 'text-priority-high', 'text-priority-urgent'] as const;

function Facts({ ticket }: { ticket: TicketDto }) {
  const c = useTranslations('common');
  const { nameOf } = useTopics();
  const locale = useLocale();
  const u = useTranslations('urgency.level');
  const { urgency = 0 } = ticket;
  const urgent = ticket.priority === 'URGENT' || ticket.priority === 'HIGH';
  return (
    <>
      <span className="tabular font-mono">#{ticket.number}</span>
      {urgency > 0 ? (
        <span className={cx('inline-flex items-center gap-1', urgency > 1 && 'font-[550]', TONE[urgency])}>
          <UrgencyGlyph level={urgency} className="size-3.5" />
          {u(String(urgency) as '1')}
        </span>
      ) : null}
      {urgent ? (
        <span
          className={cx(
            'inline-flex items-center gap-1',
            ticket.priority === 'URGENT' ? 'text-priority-urgent' : 'text-priority-high',
          )}
        >
          <PriorityGlyph priority={ticket.priority} className="size-3.5" />
          {c(`priority.${ticket.priority}`)}
        </span>
      ) : null}
      {ticket.channel === 'CALL' || ticket.channel === 'CHAT' ? (
        <span className="inline-flex items-center gap-1 text-ink-2">
          {ticket.channel === 'CALL' ? (
            <Phone aria-hidden className="size-3" />
          ) : (
            <MessageCircle aria-hidden className="size-3" />
          )}
          {c(`channel.${ticket.channel}`)}
        </span>
      ) : null}
      {ticket.languages.map((code) => (
        <span key={code} title={languageName(code, locale)} className="text-ink-2 uppercase">
          {code}
        </span>
      ))}
      {ticket.topic ? <Chip className="min-w-0 bg-sunken text-ink-2">{nameOf(ticket.topic)}</Chip> : null}
      <span className="flex-1" />
      {ticket.assigned_agent_name ? <Avatar name={ticket.assigned_agent_name} size={20} alone /> : null}
    </>
  );
}
