'use client';
import { type ComponentType, useEffect, useState } from 'react';
import { Later } from './later';

/**
 * What lies over the page when it is opened, and is no part of what the page begins with: its code comes with the
 * first time, or before, when the page rests (`AfterLoad`). From then on it stays, so that it can move out.
 */
export function whenOpened<Props extends { open: boolean }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const later = new Later(load);
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each, where its file begins
  return function WhenOpened(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props> | null>(null);
    const { open } = props;
    useEffect(() => {
      if (!open || Part) return;
      let isGone = false;
      later.ask().then(
        (arrived) => {
          if (!isGone) setPart(() => arrived);
        },
        // not reached: opened again, it is asked for again
        () => {},
      );
      return () => {
        isGone = true;
      };
    }, [open, Part]);
    return Part ? <Part {...props} /> : null;
  };
}
