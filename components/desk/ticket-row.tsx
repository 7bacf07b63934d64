'use client';
import { cx } from 'class-variance-authority';
import { Check, CircleDashed, Lock, MessageCircle, PencilLine, Phone } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type MouseEvent, memo } from 'react';
import { useRowMarks } from '@/components/data/use-row-marks';
import { useTopics } from '@/components/data/use-topics';
import { Avatar } from '@/components/ui/avatar';
import { Chip } from '@/components/ui/chip';
import { languageName } from '@/components/ui/language-name';
import { Marked, nearFirstHit } from '@/components/ui/marked';
import { PriorityGlyph } from '@/components/ui/priority-glyph';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusGlyph } from '@/components/ui/status-glyph';
import { UrgencyGlyph } from '@/components/ui/urgency-glyph';
import { VipMark } from '@/components/ui/vip-mark';
import type { Mark } from '@/lib/realtime/protocol';
import type { TicketHitDto } from '@/lib/schemas/search';
import type { ListTicketsQuery, TicketDto } from '@/lib/schemas/ticket';
import type { UrgencyLevel } from '@/lib/schemas/urgency';
import type { Column } from '@/lib/schemas/values';
import { useStaff } from './desk-context';
import { DeskLink } from './desk-link';
import type { Row } from './hold-list';
import { RowState } from './lifecycle/row-state';
import { RowMarks } from './row-marks';
import type { Density } from './use-density';
import { useMarksText } from './use-marks-text';

interface TicketRowProps {
  row: Row;
  hit?: TicketHitDto;
  sort: ListTicketsQuery['sort'];
  index: number;
  top: number;
  height: number;
  density: Density;
  columns: readonly Column[];
  open: boolean;
  selected: boolean;
  tabStop: boolean;
  href: string;
  acts: RowActs;
}

/** What a row tells its list, by its place in it. The same object always: a key draws only the rows that it changes. */
export interface RowActs {
  open: (index: number) => void;
  focus: (index: number) => void;
  hover: (index: number, over: boolean) => void;
  /** With Shift: all from the last one to this. */
  select: (index: number, range: boolean) => void;
}

/** The time that the order goes by. */
function timeOf(ticket: TicketDto, sort: ListTicketsQuery['sort']): string {
  if (sort === 'newest' || sort === 'oldest') return ticket.created_at;
  if (sort === 'waiting' || sort === 'urgency') return ticket.waiting_since ?? ticket.updated_at;
  return ticket.updated_at;
}

export const TicketRow = memo(function TicketRow({
  row,
  hit,
  sort,
  index,
  top,
  height,
  density,
  columns,
  open,
  selected,
  tabStop,
  href,
  acts,
}: TicketRowProps) {
  const t = useTranslations('desk.row');
  const v = useTranslations('views.row');
  const c = useTranslations('common');
  const { ticket, gone } = row;
  const marks = useRowMarks(ticket.id);
  const marksText = useMarksText();
  const unread = ticket.is_unread === true;
  const compact = density === 'compact';
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
      aria-selected={selected}
      className="absolute inset-x-0 top-0"
      style={{ transform: `translateY(${top}px)`, height }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: X and Space on the row's link do the same */}
      <div role="gridcell" className="absolute start-0 top-0 z-20">
        <SelectBox
          subject={ticket.subject}
          selected={selected}
          compact={compact}
          onSelect={(range) => acts.select(index, range)}
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <div role="gridcell" className="h-full">
        <DeskLink
          href={href}
          data-number={ticket.number}
          tabIndex={tabStop ? 0 : -1}
          aria-label={[
            name,
            ticket.customer.is_vip && c('vip'),
            unread && v('unread'),
            gone && t('moved'),
            marksText(marks),
          ]
            .filter(Boolean)
            .join(', ')}
          aria-current={open ? 'true' : undefined}
          onGo={() => acts.open(index)}
          onFocus={() => acts.focus(index)}
          onMouseEnter={() => acts.hover(index, true)}
          onMouseLeave={() => acts.hover(index, false)}
          className={cx(
            'relative grid h-full grid-cols-[1rem_minmax(0,1fr)] content-center gap-x-2.5 gap-y-px border-b py-1.5 ps-9 pe-3 focus-visible:z-10 focus-visible:-outline-offset-2',
            open
              ? 'row-selected bg-selected before:absolute before:inset-y-0 before:start-0 before:w-0.5 before:bg-accent'
              : selected
                ? 'bg-sunken'
                : 'hover:bg-hover',
            gone && '[&_bdi]:font-[450] [&_bdi]:text-ink-3 [&_svg]:opacity-60',
          )}
        >
          <StatusGlyph status={ticket.status} className="mt-0.5 size-4" />
          <span className="flex min-w-0 items-baseline gap-3">
            <bdi
              className={cx('min-w-0 flex-1 truncate text-ui text-ink', unread ? 'font-[680]' : 'font-[450]')}
            >
              {hit ? <Marked pieces={hit.subject} /> : ticket.subject}
            </bdi>
            <RelativeTime value={timeOf(ticket, sort)} className="shrink-0 text-micro text-ink-3" />
          </span>
          {compact ? null : <Preview ticket={ticket} hit={hit} />}
          <span className="col-start-2 flex h-5 min-w-0 items-center gap-2.5 text-micro text-ink-3">
            {gone ? (
              <span className="font-[550] text-ink-2">{t('moved')}</span>
            ) : (
              <>
                {compact ? <Who customer={ticket.customer} /> : null}
                <Facts ticket={ticket} columns={columns} marks={marks} />
              </>
            )}
          </span>
        </DeskLink>
      </div>
    </div>
  );
});

function Preview({ ticket, hit }: { ticket: TicketDto; hit?: TicketHitDto }) {
  const t = useTranslations('desk.row');
  const { preview, customer } = ticket;
  const place = hit && hit.snippet.length > 0 ? hit : null;
  return (
    <span className="col-start-2 flex min-w-0 items-center gap-1.5 text-small text-ink-3">
      <Who customer={customer} />
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
function Who({ customer }: { customer: TicketDto['customer'] }) {
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

interface SelectBoxProps {
  subject: string;
  selected: boolean;
  compact: boolean;
  onSelect: (range: boolean) => void;
}

/** A checkbox to the mouse and to screen readers; keys have X and Space, so it is no tab stop of its own. */
function SelectBox({ subject, selected, compact, onSelect }: SelectBoxProps) {
  const v = useTranslations('views.row');
  return (
    // biome-ignore lint/a11y/useSemanticElements: Shift with the press is asked for, which an input does not tell
    <button
      type="button"
      role="checkbox"
      aria-checked={selected}
      aria-label={v('select', { subject })}
      tabIndex={-1}
      onClick={(event: MouseEvent) => onSelect(event.shiftKey)}
      className={cx(
        'group flex w-9 items-start justify-center coarse:w-11',
        compact ? 'h-8 pt-1.5' : 'h-11 pt-3',
      )}
    >
      <span
        className={cx(
          'flex size-4 items-center justify-center rounded-[4px] border',
          selected
            ? 'border-accent bg-accent text-on-accent'
            : 'border-line-strong bg-surface group-hover:border-ink-2',
        )}
      >
        {selected ? <Check aria-hidden className="size-3" strokeWidth={3} /> : null}
      </span>
    </button>
  );
}

/** Only what the list's columns ask for. */
function Facts({
  ticket,
  columns,
  marks,
}: {
  ticket: TicketDto;
  columns: readonly Column[];
  marks: readonly Mark[];
}) {
  const shown = new Set(columns);
  return (
    <>
      {shown.has('number') ? <span className="tabular font-mono">#{ticket.number}</span> : null}
      {shown.has('urgency') ? <UrgencyFact level={ticket.urgency ?? 0} /> : null}
      <RowState ticket={ticket} />
      {ticket.has_draft ? <DraftFact /> : null}
      {shown.has('priority') ? <PriorityFact ticket={ticket} /> : null}
      {shown.has('channel') ? <ChannelFact ticket={ticket} /> : null}
      {shown.has('language') ? <Languages codes={ticket.languages} /> : null}
      {shown.has('topic') && ticket.topic ? <Topic topic={ticket.topic} /> : null}
      {shown.has('tags') ? <Tags tags={ticket.tags ?? []} /> : null}
      <span className="flex-1" />
      <RowMarks marks={marks} />
      {shown.has('assignee') ? <Holder ticket={ticket} /> : null}
    </>
  );
}

/** The reader's own unsent text; whatever the columns are. */
function DraftFact() {
  const t = useTranslations('desk.row');
  return (
    <span className="inline-flex shrink-0 items-center gap-1 text-accent">
      <PencilLine aria-hidden className="size-3" />
      {t('draft')}
    </span>
  );
}

const TONE = ['', 'text-ink-2', 'font-[550] text-priority-high', 'font-[550] text-priority-urgent'] as const;

function UrgencyFact({ level }: { level: UrgencyLevel }) {
  const u = useTranslations('urgency.level');
  if (level === 0) return null;
  return (
    <span className={cx('inline-flex shrink-0 items-center gap-1', TONE[level])}>
      <UrgencyGlyph level={level} className="size-3.5" />
      {u(`${level}`)}
    </span>
  );
}

function PriorityFact({ ticket: { priority } }: { ticket: TicketDto }) {
  const c = useTranslations('common.priority');
  if (priority !== 'URGENT' && priority !== 'HIGH') return null;
  return (
    <span
      className={cx(
        'inline-flex shrink-0 items-center gap-1',
        priority === 'URGENT' ? 'text-priority-urgent' : 'text-priority-high',
      )}
    >
      <PriorityGlyph priority={priority} className="size-3.5" />
      {c(priority)}
    </span>
  );
}

function ChannelFact({ ticket: { channel } }: { ticket: TicketDto }) {
  const c = useTranslations('common.channel');
  if (channel !== 'CALL' && channel !== 'CHAT') return null;
  const Icon = channel === 'CALL' ? Phone : MessageCircle;
  return (
    <span className="inline-flex shrink-0 items-center gap-1 text-ink-2">
      <Icon aria-hidden className="size-3" />
      {c(channel)}
    </span>
  );
}

function Languages({ codes }: { codes: readonly string[] }) {
  const locale = useLocale();
  return codes.map((code) => (
    <span key={code} title={languageName(code, locale)} className="text-ink-2 uppercase">
      {code}
    </span>
  ));
}

function Topic({ topic }: { topic: string }) {
  const { nameOf } = useTopics();
  return <Chip className="min-w-0 bg-sunken text-ink-2">{nameOf(topic)}</Chip>;
}

/** The first one, and how many more there are; their names are in the tip. */
function Tags({ tags: [first, ...others] }: { tags: readonly string[] }) {
  if (first === undefined) return null;
  const title = [first, ...others].map((one) => `#${one}`).join(' ');
  return (
    <span title={title} className="inline-flex min-w-0 items-center gap-1 text-ink-2">
      <bdi className="truncate">#{first}</bdi>
      {others.length > 0 ? <span className="tabular shrink-0 text-ink-3">+{others.length}</span> : null}
    </span>
  );
}

/** Taken or free, at one glance: a face, one's own in colour, or an empty place. */
function Holder({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('desk.row');
  const { me } = useStaff();
  const { assigned_agent, assigned_agent_name: name } = ticket;
  if (name)
    return <Avatar name={name} size={20} alone tone={assigned_agent === me.id ? 'accent' : 'plain'} />;
  return (
    <span role="img" aria-label={t('unassigned')} title={t('unassigned')} className="inline-flex shrink-0">
      <CircleDashed
        aria-hidden
        className={cx('size-5 p-0.5', ticket.status === 'OPEN' ? 'text-status-open' : 'text-ink-3')}
      />
    </span>
  );
}
