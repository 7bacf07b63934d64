'use client';
import { usePathname } from 'next/navigation';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
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

const listeners = new Set<() => void>();

function subscribe(listen: () => void): () => void {
  listeners.add(listen);
  window.addEventListener('popstate', listen);
  return () => {
    listeners.delete(listen);
    window.removeEventListener('popstate', listen);
  };
}

/**
 * The desk is one page: views and tickets change the address by the history API, so that going to the next ticket
 * costs no request for a page. The address itself is what the screen follows: the router learns of it too, but in a
 * transition, and until that ends a key would still go to the former ticket.
 */
export function useDeskLocation() {
  const rendered = usePathname();
  const pathname = useSyncExternalStore(
    subscribe,
    () => window.location.pathname,
    () => rendered,
  );
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
      for (const listen of listeners) listen();
    },
    [hrefFor],
  );
  return { location, hrefFor, go };
}
