'use client';
import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { useRowMarks } from '@/components/data/use-row-marks';
import { Marked } from '@/components/ui/marked';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusGlyph } from '@/components/ui/status-glyph';
import type { ListTicketsQuery } from '@/lib/schemas/list-tickets';
import type { TicketHitDto } from '@/lib/schemas/search';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { Column } from '@/lib/schemas/values';
import { useStaff } from './desk-context';
import { DeskLink } from './desk-link';
import type { Row } from './hold-list';
import { RowFacts } from './row-facts';
import { RowCustomer, RowPreview } from './row-preview';
import { SelectBox } from './select-box';
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
  acts,
}: TicketRowProps) {
  const t = useTranslations('desk.row');
  const v = useTranslations('views.row');
  const c = useTranslations('common');
  const { hrefFor } = useStaff();
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
          href={hrefFor(ticket.number, { message: hit?.message_id ?? null })}
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
          {compact ? null : <RowPreview ticket={ticket} hit={hit} />}
          <span className="col-start-2 flex h-5 min-w-0 items-center gap-2.5 text-micro text-ink-3">
            {gone ? (
              <span className="font-[550] text-ink-2">{t('moved')}</span>
            ) : (
              <>
                {compact ? <RowCustomer customer={ticket.customer} /> : null}
                <RowFacts ticket={ticket} columns={columns} marks={marks} />
              </>
            )}
          </span>
        </DeskLink>
      </div>
    </div>
  );
});
