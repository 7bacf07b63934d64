'use client';
import { useViews } from '@/components/data/use-views';
import { VIEWS } from '@/lib/rules/views';
import type { ListView } from './use-list-filters';

/** The same objects always, so that a list is not drawn anew for a ticket that is opened. */
const DESK_VIEWS: ReadonlyMap<string, ListView> = new Map(
  VIEWS.map(({ key, filter, sort }): [string, ListView] => [
    key,
    { key, name: null, filter, sort, group: null, columns: null, owner: 'desk', can_edit: false },
  ]),
);

/** The view of an address: at once for those that every desk has, null while a saved one is read or when it is gone. */
export function useView(key: string): { view: ListView | null; isGone: boolean } {
  const views = useViews();
  const desk = DESK_VIEWS.get(key);
  if (desk) return { view: desk, isGone: false };
  const saved = views.data?.get(key) ?? null;
  return { view: saved, isGone: saved === null && views.data !== undefined && !views.isFetching };
}
