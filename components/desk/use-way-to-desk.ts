'use client';
import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import type { Target } from './desk-context';
import { deskHref } from './use-desk-location';

const hrefFor = (number: number | null, target: Target = {}) => deskHref('/desk/mine', number, target);

/** Tickets and views as seen from a page that is not the desk. */
export function useWayToDesk() {
  const router = useRouter();
  const go = useCallback(
    (number: number | null, target?: Target) => router.push(hrefFor(number, target)),
    [router],
  );
  return { hrefFor, go };
}
