'use client';
import { useViews } from '@/components/data/use-views';
import { VIEWS } from '@/lib/rules/views';
import type { ListView } from './use-list-filters';

/** The view of an address: at once for those that every desk has, null while a saved one is read or when it is gone. */
export function useView(key: string): { view: ListView | null; isGone: boolean } {
  const views = useViews();
  const desk = VIEWS.find((view) => view.key === key);
  if (desk) {
    const { filter, sort } = desk;
    return {
      view: { key, name: null, filter, sort, group: null, columns: null, owner: 'desk', can_edit: false },
      isGone: false,
    };
  }
  const saved = views.data?.get(key) ?? null;
  return { view: saved, isGone: saved === null && views.data !== undefined && !views.isFetching };
}
