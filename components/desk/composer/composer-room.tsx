'use client';
import { type ReactNode, useDeferredValue, useEffect } from 'react';
import { useCommandPart } from '../commands/command-context';

/** As high as the composer was that stood there last: what is read does not jump. */
let height = 168;

/**
 * The composer is drawn after the ticket: who goes on to the next one reads first, and it takes as long to draw as all
 * that he reads. A key that is pressed meanwhile waits for it.
 */
export function ComposerRoom({ children }: { children: ReactNode }) {
  const isDrawn = useDeferredValue(true, false);
  useCommandPart('opening', isDrawn ? null : {});
  useEffect(() => {
    if (isDrawn) height = document.getElementById('composer')?.offsetHeight ?? height;
  }, [isDrawn]);
  return isDrawn ? children : <div style={{ height }} className="shrink-0 border-t bg-surface" />;
}
