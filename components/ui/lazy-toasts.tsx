'use client';
import dynamic from 'next/dynamic';
import { useSyncExternalStore } from 'react';
import { toastArea } from './toast';

const Toasts = dynamic(() => import('./toasts').then((module) => module.Toasts), { ssr: false });

/** The area of `toast`, once it is wanted. */
export function LazyToasts() {
  const isWanted = useSyncExternalStore(toastArea.subscribe, toastArea.isWanted, () => false);
  return isWanted ? <Toasts onReady={toastArea.ready} /> : null;
}
