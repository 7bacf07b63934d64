'use client';
import { useStored } from '../use-stored';

/** Where the desk goes when a ticket is dealt with: nowhere, to the next one of the list, or to the list. */
export const AFTER_ACTS = ['stay', 'next', 'list'] as const;
export type AfterAct = (typeof AFTER_ACTS)[number];

/** Each person's own choice, kept by this browser. */
export function useAfterAct(meId: string) {
  return useStored<AfterAct>(`after-act:${meId}`, 'stay');
}
