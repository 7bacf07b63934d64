'use client';
import { usePathname } from 'next/navigation';
import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import { VIEW_KEYS, type ViewKey } from '@/lib/rules/views';
import type { DeskLocation, Target } from './desk-context';

/** The list that `/desk/search` stands in the place of. */
const SEARCH = 'search';
/** A saved view is named by its id. */
const SAVED = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `/desk/<view>/<number>` or `/desk/search/<number>?q=…`; anything else is the default view. `m` names a message. */
export function parseDeskAddress(address: string): DeskLocation {
  const [pathname = '', query] = address.split('?');
  const [, , view, number] = pathname.split('/');
  const params = new URLSearchParams(query);
  return {
    view: view && (VIEW_KEYS.includes(view as ViewKey) || SAVED.test(view)) ? view : 'mine',
    search: view === SEARCH ? (params.get('q') ?? '') : null,
    number: number && /^[1-9][0-9]{0,14}$/.test(number) ? Number(number) : null,
    message: params.get('m'),
  };
}

/** The address of another place, seen from this one. */
export function deskHref(here: string, number: number | null, target: Target = {}): string {
  const { view, search } = parseDeskAddress(here);
  const leaves =
    target.search !== undefined || (target.view !== undefined && (target.view !== view || search !== null));
  const params = new URLSearchParams(leaves ? '' : here.split('?')[1]);
  params.delete('m');
  if (target.search !== undefined) params.set('q', target.search);
  if (target.message) params.set('m', target.message);
  const list = target.search !== undefined || (!leaves && search !== null) ? SEARCH : (target.view ?? view);
  return `/desk/${list}${number === null ? '' : `/${number}`}${params.size > 0 ? `?${params}` : ''}`;
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

const currentAddress = () => window.location.pathname + window.location.search;

/**
 * The desk is one page: views and tickets change the address by the history API, so that going to the next ticket
 * costs no request for a page. The address itself is what the screen follows: the router learns of it too, but in a
 * transition, and until that ends a key would still go to the former ticket.
 */
export function useDeskLocation() {
  const rendered = usePathname();
  const address = useSyncExternalStore(subscribe, currentAddress, () => rendered);
  const { view, search, number, message } = parseDeskAddress(address);
  // filters of the list are in the address as well: they are no reason for another object
  const location = useMemo<DeskLocation>(
    () => ({ view, search, number, message }),
    [view, search, number, message],
  );

  const first = useRef(rendered);
  const hrefFor = useCallback(
    (to: number | null, target?: Target) =>
      deskHref(typeof window === 'undefined' ? first.current : currentAddress(), to, target),
    [],
  );
  const go = useCallback(
    (to: number | null, { replace, ...target }: Target & { replace?: boolean } = {}) => {
      const href = hrefFor(to, target);
      if (href === currentAddress()) return;
      if (replace) window.history.replaceState(null, '', href);
      else window.history.pushState(null, '', href);
      for (const listen of listeners) listen();
    },
    [hrefFor],
  );
  return { location, hrefFor, go };
}
