'use client';
import { useQueryClient } from '@tanstack/react-query';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { ticketQuery } from '@/components/data/ticket-query';
import { useWatchMarks } from '@/components/data/use-row-marks';
import { Button } from '@/components/ui/button';
import type { TicketHitDto } from '@/lib/schemas/search';
import type { ListTicketsQuery, TicketDto } from '@/lib/schemas/ticket';
import { useDesk } from './desk-context';
import { TicketRow } from './ticket-row';
import { useHeldRows } from './use-held-rows';
import { useMedia } from './use-media';
import { useShortcuts } from './use-shortcuts';

interface TicketGridProps {
  name: string;
  tickets: readonly TicketDto[];
  /** By number: where in a ticket the words are that were searched for. */
  hits?: ReadonlyMap<number, TicketHitDto>;
  sort: ListTicketsQuery['sort'];
  hasMore: boolean;
  loadingMore: boolean;
  onMore: () => void;
  empty: ReactNode;
}

const HOVER_MS = 80;

/**
 * Rows as a layout grid with one tab stop: arrows, J/K, Home and End move the focus, Enter opens. Only rows near the
 * window exist; the focused one always does. While a ticket is open, J and K read on through the list.
 */
export function TicketGrid({
  name,
  tickets,
  hits,
  sort,
  hasMore,
  loadingMore,
  onMore,
  empty,
}: TicketGridProps) {
  const t = useTranslations('desk.list');
  const client = useQueryClient();
  const { location, hrefFor, go } = useDesk();
  const { rows, pending, adopt, onHold } = useHeldRows(tickets, location.number);
  const height = useMedia('(pointer: coarse)') ? 80 : 72;
  const pane = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<number | null>(null);
  const openIndex = rows.findIndex((row) => row.ticket.number === location.number);
  const activeIndex = rows.findIndex((row) => row.ticket.number === active);
  const stop = activeIndex >= 0 ? activeIndex : Math.max(openIndex, 0);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => pane.current,
    estimateSize: () => height,
    overscan: 8,
    getItemKey: (index) => rows[index]?.ticket.id ?? index,
    rangeExtractor: (range) => {
      const shown = new Set(defaultRangeExtractor(range));
      if (stop < rows.length) shown.add(stop);
      return [...shown].sort((a, b) => a - b);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row's height changed, measure again
  useEffect(() => virtual.measure(), [height]);

  // The next page is asked for at 70 % of what is loaded.
  const lastShown = virtual.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !loadingMore && rows.length > 0 && lastShown >= rows.length * 0.7) onMore();
  }, [lastShown, rows.length, hasMore, loadingMore, onMore]);

  const shownIds = virtual.getVirtualItems().flatMap(({ index }) => rows[index]?.ticket.id ?? []);
  useWatchMarks(shownIds.join());

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
    setActive(row.ticket.number);
    virtual.scrollToIndex(index);
    prefetch(row.ticket.number);
    prefetch(rows[index + 1]?.ticket.number);
    // The row may have to be drawn first.
    requestAnimationFrame(() =>
      pane.current
        ?.querySelector<HTMLElement>(`[data-number="${row.ticket.number}"]`)
        ?.focus({ preventScroll: true }),
    );
  };
  const read = (step: 1 | -1) => {
    const inList = pane.current?.contains(document.activeElement) ?? false;
    const from = inList || openIndex < 0 ? (activeIndex >= 0 ? activeIndex : openIndex) : openIndex;
    const index = from < 0 ? 0 : Math.min(Math.max(from + step, 0), rows.length - 1);
    const row = rows[index];
    if (!row) return;
    focusRow(index);
    if (location.number !== null)
      go(row.ticket.number, { replace: true, message: messageIn(row.ticket.number) });
  };
  useShortcuts({ j: () => read(1), k: () => read(-1) });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const page = Math.max(1, Math.floor((pane.current?.clientHeight ?? height) / height) - 1);
    const to = {
      ArrowDown: stop + 1,
      ArrowUp: stop - 1,
      PageDown: stop + page,
      PageUp: stop - page,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    focusRow(Math.min(Math.max(to, 0), rows.length - 1));
  };

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
            aria-colcount={1}
            tabIndex={-1}
            onKeyDown={onKeyDown}
            className="relative outline-none"
            style={{ height: virtual.getTotalSize() }}
          >
            {virtual.getVirtualItems().map(({ index, start }) => {
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
                  open={number === location.number}
                  tabStop={index === stop}
                  hit={hits?.get(number)}
                  href={hrefFor(number, { message: messageIn(number) })}
                  onOpen={() => {
                    setActive(number);
                    go(number, { message: messageIn(number) });
                  }}
                  onFocus={() => setActive(number)}
                  onHover={(over) => {
                    clearTimeout(hover.current);
                    if (over) hover.current = setTimeout(() => prefetch(number), HOVER_MS);
                  }}
                />
              );
            })}
          </div>
        )}
        {loadingMore ? <p className="px-4 py-3 text-center text-small text-ink-3">{t('more')}</p> : null}
      </div>
    </div>
  );
}
