import type { TicketDto } from '@/lib/schemas/ticket';
import type { Page } from './pages-of';

export interface ListPage extends Page<TicketDto> {
  /** Was out of sight when the list was last read again: it stands as it was before. */
  isOld?: boolean;
}

/** Where a page begins, and the how manieth it is. */
export interface PageParam {
  cursor: string | null;
  at: number;
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

/** Which pages hold any of these tickets, by their places; null when none does. */
export function pagesWith(pages: readonly ListPage[], ids: readonly string[]): ReadonlySet<number> | null {
  const wanted = new Set(ids);
  const found = pages.flatMap(({ results }, at) => (results.some(({ id }) => wanted.has(id)) ? [at] : []));
  return found.length > 0 ? new Set(found) : null;
}

/** On the screen, or the next to it. Where nothing is known of a screen, every page is. */
export function isNear(shown: ReadonlySet<number> | null, at: number): boolean {
  return shown === null || [at - 1, at, at + 1].some((one) => shown.has(one));
}
