'use client';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import { useWatchMarks } from '@/components/data/use-row-marks';
import type { groupRows } from './group-rows';
import type { Row } from './hold-list';

const GROUP_HEIGHT = 32;
const BAR_HEIGHT = 96;

interface VirtualRows {
  rows: readonly Row[];
  /** The rows with the headings of their groups. */
  items: ReturnType<typeof groupRows>;
  /** Of a row, in pixels. */
  height: number;
  /** The row that always exists: it has the focus. */
  stop: number;
  pane: RefObject<HTMLElement | null>;
  /** The bar of what is chosen lies over the end. */
  hasBar: boolean;
  hasMore: boolean;
  loadingMore: boolean;
  onMore: () => void;
  /** Told which tickets are on the screen, whenever that changes. */
  onShown?: (ids: readonly string[]) => void;
}

/** Which lines of a list exist, those near the window; asks for the next page at 70 % of what is loaded. */
export function useVirtualRows({
  rows,
  items,
  height,
  stop,
  pane,
  hasBar,
  hasMore,
  loadingMore,
  onMore,
  onShown,
}: VirtualRows) {
  const isGrouped = items.length !== rows.length;
  const lineOf = (row: number) =>
    isGrouped ? items.findIndex((item) => item.kind === 'row' && item.index === row) : row;
  const stopLine = lineOf(stop);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => pane.current,
    estimateSize: (line) => (items[line]?.kind === 'group' ? GROUP_HEIGHT : height),
    overscan: 8,
    // the bar of what is chosen covers nothing
    paddingEnd: hasBar ? BAR_HEIGHT : 0,
    scrollPaddingEnd: hasBar ? BAR_HEIGHT : 0,
    getItemKey: (line) => {
      const item = items[line];
      return item?.kind === 'row' ? (rows[item.index]?.ticket.id ?? line) : `group-${item?.key}-${line}`;
    },
    rangeExtractor: (range) => {
      const shown = new Set(defaultRangeExtractor(range));
      if (stopLine >= 0) shown.add(stopLine);
      return [...shown].sort((a, b) => a - b);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines' heights changed, measure again
  useEffect(() => virtual.measure(), [height, items]);

  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !loadingMore && items.length > 0 && last >= items.length * 0.7) onMore();
  }, [last, items.length, hasMore, loadingMore, onMore]);

  const ids = shown.flatMap(({ index }) => {
    const item = items[index];
    return (item?.kind === 'row' && rows[item.index]?.ticket.id) || [];
  });
  const seen = ids.join();
  useWatchMarks(seen);
  useEffect(() => onShown?.(seen.split(',')), [seen, onShown]);
  return { virtual, lineOf };
}
