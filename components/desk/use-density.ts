'use client';
import { useMedia } from './use-media';
import { useStored } from './use-stored';

export type Density = 'comfortable' | 'compact';

/** How close the rows of lists stand; remembered here. */
export const useDensity = () => useStored<Density>('list-density', 'comfortable');

/** Pixels of a row: three lines, or two. Fingers need more. */
export function useRowHeight(density: Density): number {
  const coarse = useMedia('(pointer: coarse)');
  return density === 'compact' ? (coarse ? 60 : 48) : coarse ? 80 : 72;
}
