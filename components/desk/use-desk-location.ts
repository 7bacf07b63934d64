'use client';
import { usePathname } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { VIEW_KEYS, type ViewKey } from '@/lib/rules/views';
import type { DeskLocation } from './desk-context';

/** `/desk/<view>/<number>`; anything else is the default view. */
export function parseDeskPath(pathname: string): DeskLocation {
  const [, , view, number] = pathname.split('/');
  return {
    view: VIEW_KEYS.includes(view as ViewKey) ? (view as ViewKey) : 'mine',
    number: number && /^[1-9][0-9]{0,14}$/.test(number) ? Number(number) : null,
  };
}

/**
 * The desk is one page: views and tickets change the address by the history API, which the router follows, so that
 * going to the next ticket costs no request for a page.
 */
export function useDeskLocation() {
  const pathname = usePathname();
  const location = useMemo(() => parseDeskPath(pathname), [pathname]);
  const { view: here } = location;

  const hrefFor = useCallback(
    (number: number | null, view: ViewKey = here) => {
      const search = view === here && typeof window !== 'undefined' ? window.location.search : '';
      return `/desk/${view}${number === null ? '' : `/${number}`}${search}`;
    },
    [here],
  );
  const go = useCallback(
    (number: number | null, { view, replace }: { view?: ViewKey; replace?: boolean } = {}) => {
      const href = hrefFor(number, view);
      if (href === window.location.pathname + window.location.search) return;
      if (replace) window.history.replaceState(null, '', href);
      else window.history.pushState(null, '', href);
    },
    [hrefFor],
  );
  return { location, hrefFor, go };
}
