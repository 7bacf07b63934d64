'use client';
import { useQueryClient } from '@tanstack/react-query';
import { ArrowUp } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ticketQuery } from '@/components/data/ticket-query';
import { Button } from '@/components/ui/button';
import { Later } from '@/components/ui/later';
import type { ListTicketsQuery } from '@/lib/schemas/list-tickets';
import type { TicketHitDto } from '@/lib/schemas/search';
import type { TicketDto } from '@/lib/schemas/ticket';
import { COLUMNS, type Column, type Group } from '@/lib/schemas/values';
import type { ViewFilter } from '@/lib/schemas/view';
import { useDesk } from './desk-context';
import { GroupHeading } from './group-heading';
import { groupRows } from './group-rows';
import type { Row } from './hold-list';
import { type RowActs, TicketRow } from './ticket-row';
import { useDensity, useRowHeight } from './use-density';
import { useGridKeys } from './use-grid-keys';
import { useHeldRows } from './use-held-rows';
import { useListCommands } from './use-list-commands';
import { useSelection } from './use-selection';
import { useVirtualRows } from './use-virtual-rows';

// for when a row is chosen
const BulkBar = dynamic(() => import('./bulk-bar').then((file) => file.BulkBar));
Later.atRest(() => import('./bulk-bar'));

interface TicketGridProps {
  name: string;
  tickets: readonly TicketDto[];
  /** By number: where in a ticket the words are that were searched for. */
  hits?: ReadonlyMap<number, TicketHitDto>;
  sort: ListTicketsQuery['sort'];
  group?: Group | null;
  columns?: readonly Column[];
  /** What the list asks for, where all that match may be chosen at once. */
  matching?: ViewFilter;
  hasMore: boolean;
  loadingMore: boolean;
  onMore: () => void;
  onShown?: (ids: readonly string[]) => void;
  empty: ReactNode;
}

const HOVER_MS = 80;

/**
 * Rows as a layout grid with one tab stop: arrows, Home and End move the focus, Enter opens. Only rows near the window
 * exist; the focused one always does. `useListCommands` has the keys that work from everywhere. Space chooses a row,
 * with Shift a range; what is chosen is acted on together (`BulkBar`).
 */
export function TicketGrid({
  name,
  tickets,
  hits,
  sort,
  group = null,
  columns = COLUMNS,
  matching,
  hasMore,
  loadingMore,
  onMore,
  onShown,
  empty,
}: TicketGridProps) {
  const t = useTranslations('desk.list');
  const client = useQueryClient();
  const { location, go } = useDesk();
  const { rows, pending, adopt, onHold } = useHeldRows(tickets, location.number);
  const items = useMemo(() => groupRows(rows, group), [rows, group]);
  const selection = useSelection(rows);
  const [density] = useDensity();
  const height = useRowHeight(density);
  const pane = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<number | null>(null);
  const openIndex = useIndexOf(rows, location.number);
  const activeIndex = useIndexOf(rows, active);
  const stop = activeIndex >= 0 ? activeIndex : Math.max(openIndex, 0);
  const { virtual, lineOf } = useVirtualRows({
    ...{ rows, items, height, stop, pane, hasMore, loadingMore, onMore, onShown },
    hasBar: selection.selected.size > 0,
  });

  const reader = useRef({ pointer: false, focus: false, scrolled: false });
  const hold = (change: Partial<typeof reader.current>) => {
    Object.assign(reader.current, change);
    onHold(Object.values(reader.current).some(Boolean));
  };

  const hover = useRef<ReturnType<typeof setTimeout>>(undefined);
  const prefetch = useCallback(
    (number: number | undefined) => {
      if (number !== undefined) void client.prefetchQuery(ticketQuery(number));
    },
    [client],
  );

  const messageIn = (number: number) => hits?.get(number)?.message_id ?? null;
  const focusRow = (index: number) => {
    const row = rows[index];
    if (!row) return;
    // at once: the row may have to be drawn first, and the next key is already meant for it
    flushSync(() => setActive(row.ticket.number));
    virtual.scrollToIndex(lineOf(index));
    pane.current
      ?.querySelector<HTMLElement>(`[data-number="${row.ticket.number}"]`)
      ?.focus({ preventScroll: true });
    prefetch(row.ticket.number);
    prefetch(rows[index + 1]?.ticket.number);
  };
  const openRow = (index: number, replace = false) => {
    const row = rows[index];
    if (!row) return;
    setActive(row.ticket.number);
    go(row.ticket.number, { replace, message: messageIn(row.ticket.number) });
  };
  const chosen = selection.selected.size;
  useListCommands({
    ...{ rows, selection, active: activeIndex, open: openIndex, focusRow, openRow, hasMore, onMore },
    isFocused: () => pane.current?.contains(document.activeElement) ?? false,
  });
  const acts = useLatest({
    open: openRow,
    focus: (index) => setActive(rows[index]?.ticket.number ?? null),
    hover: (index, over) => {
      clearTimeout(hover.current);
      if (over) hover.current = setTimeout(() => prefetch(rows[index]?.ticket.number), HOVER_MS);
    },
    select: (index, range) => (range ? selection.extendTo(index) : selection.toggle(index)),
  });

  const onKeyDown = useGridKeys({ rows: rows.length, stop, selection, focusRow, pane, height });

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div role="status" className="contents">
        {pending > 0 ? (
          <div className="pointer-events-none absolute inset-x-0 top-2 z-10 flex justify-center">
            <Button
              variant="primary"
              size="small"
              className="pointer-events-auto rounded-full! shadow-float"
              icon={<ArrowUp aria-hidden className="size-3.5" />}
              onClick={() => {
                adopt();
                pane.current?.scrollTo({ top: 0 });
              }}
            >
              {t('new', { count: pending })}
            </Button>
          </div>
        ) : null}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it watches where the reader is, it is not pressed */}
      <div
        ref={pane}
        className="scrolling min-h-0 flex-1"
        onScroll={(event) => hold({ scrolled: event.currentTarget.scrollTop > 4 })}
        onPointerEnter={(event) => event.pointerType === 'mouse' && hold({ pointer: true })}
        onPointerLeave={() => hold({ pointer: false })}
        onFocus={() => hold({ focus: true })}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) hold({ focus: false });
        }}
      >
        {rows.length === 0 ? (
          empty
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: a virtual list; a table cannot leave rows out
          <div
            role="grid"
            aria-label={name}
            aria-rowcount={hasMore ? -1 : rows.length}
            aria-colcount={2}
            aria-multiselectable
            tabIndex={-1}
            onKeyDown={onKeyDown}
            className="relative outline-none"
            style={{ height: virtual.getTotalSize() }}
          >
            {virtual.getVirtualItems().map(({ index: line, start }) => {
              const item = items[line];
              if (item?.kind === 'group' && group) {
                const first = items[line + 1];
                const of = first?.kind === 'row' ? rows[first.index] : undefined;
                return of ? (
                  <GroupLine key={`group-${item.key}-${line}`} top={start}>
                    <GroupHeading
                      group={group}
                      of={of.placed}
                      size={item.size}
                      open={hasMore && item.isLast}
                    />
                  </GroupLine>
                ) : null;
              }
              const index = item?.kind === 'row' ? item.index : -1;
              const row = rows[index];
              if (!row) return null;
              const { number } = row.ticket;
              return (
                <TicketRow
                  key={row.ticket.id}
                  row={row}
                  sort={sort}
                  index={index}
                  top={start}
                  height={height}
                  density={density}
                  columns={columns}
                  selected={selection.selected.has(row.ticket.id)}
                  open={number === location.number}
                  tabStop={index === stop}
                  hit={hits?.get(number)}
                  acts={acts}
                />
              );
            })}
          </div>
        )}
        {loadingMore ? <p className="px-4 py-3 text-center text-small text-ink-3">{t('more')}</p> : null}
      </div>
      {chosen > 0 ? (
        <BulkBar rows={rows} selection={selection} matching={matching} hasMore={hasMore} />
      ) : null}
    </div>
  );
}

/** A heading among the rows. */
function GroupLine({ top, children }: { top: number; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of the layout grid
    // biome-ignore lint/a11y/useFocusableInteractive: a heading takes no focus
    <div role="row" className="absolute inset-x-0 top-0" style={{ transform: `translateY(${top}px)` }}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <div role="rowheader" aria-colspan={2}>
        {children}
      </div>
    </div>
  );
}

/** Where the ticket stands, -1 where it does not; looked for once, not with every row that is scrolled past. */
function useIndexOf(rows: readonly Row[], number: number | null): number {
  return useMemo(() => rows.findIndex((row) => row.ticket.number === number), [rows, number]);
}

/** The same object always, whose functions do what the last drawn ones do. */
function useLatest(acts: RowActs): RowActs {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  return useMemo(
    () => ({
      open: (...given) => latest.current.open(...given),
      focus: (...given) => latest.current.focus(...given),
      hover: (...given) => latest.current.hover(...given),
      select: (...given) => latest.current.select(...given),
    }),
    [],
  );
}
