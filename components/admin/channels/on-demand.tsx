'use client';
import { type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { CopyList } from './copy-list';

interface OnDemandProps {
  words: (key: 'show' | 'hide' | 'renew' | 'renewHint') => string;
  open: boolean;
  onOpen: (open: boolean) => void;
  /** Not there while it is fetched. */
  lines: Parameters<typeof CopyList>[0]['lines'] | undefined;
  renew: { isPending: boolean; mutate: () => void };
  children?: ReactNode;
}

/** A secret that is ours to give away: shown when it is asked for, and made anew when it got about. */
export function OnDemand({ words, open, onOpen, lines, renew, children }: OnDemandProps) {
  const part = useId();
  return (
    <div>
      <Button size="small" aria-expanded={open} aria-controls={part} onClick={() => onOpen(!open)}>
        {words(open ? 'hide' : 'show')}
      </Button>
      {children}
      <div id={part} hidden={!open} className="mt-3">
        {lines ? (
          <>
            <CopyList lines={lines} />
            <Button
              size="small"
              variant="quiet"
              className="mt-2"
              pending={renew.isPending}
              onClick={() => renew.mutate()}
            >
              {words('renew')}
            </Button>
            <p className="text-small text-ink-3">{words('renewHint')}</p>
          </>
        ) : (
          <Skeleton className="h-16" />
        )}
      </div>
    </div>
  );
}
