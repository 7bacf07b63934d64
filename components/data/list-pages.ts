import type { TicketDto } from '@/lib/schemas/ticket';

export interface ListPage {
  results: TicketDto[];
  next: string | null;
  /** Was out of sight when the list was last read again: it stands as it was before. */
  isOld?: boolean;
}

/** Where a page begins, and the how manieth it is. */
export interface PageParam {
  cursor: string | null;
  at: number;
}

/** The pages on the screen, first and last. */
export interface PageRange {
  from: number;
  to: number;
}

/** Rows of all loaded pages, each ticket once: it may have moved from one page to another since that was read. */
export function rowsOf(pages: readonly ListPage[]): TicketDto[] {
  const rows = new Map<string, { row: TicketDto; isOld: boolean }>();
  for (const { results, isOld = false } of pages)
    for (const row of results) {
      const before = rows.get(row.id);
      // its place is where it was seen last
      if (before && (isOld || !before.isOld)) continue;
      rows.delete(row.id);
      rows.set(row.id, { row, isOld });
    }
  return Array.from(rows.values(), ({ row }) => row);
}

/** The pages that hold any of these tickets; null when none does. */
export function pagesOf(pages: readonly ListPage[], ids: readonly string[]): PageRange | null {
  const wanted = new Set(ids);
  const holds = (page: ListPage) => page.results.some(({ id }) => wanted.has(id));
  const from = pages.findIndex(holds);
  return from < 0 ? null : { from, to: pages.findLastIndex(holds) };
}

/** On the screen, or the next to it. Where nothing is known of a screen, every page is. */
export function isNear(range: PageRange | null, at: number): boolean {
  return range === null || (at >= range.from - 1 && at <= range.to + 1);
}
