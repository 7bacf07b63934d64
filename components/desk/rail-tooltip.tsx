'use client';
import type { ReactElement } from 'react';
import { Tooltip } from '@/components/ui/tooltip';
import { useMedia } from './use-media';

/** Names an icon of the narrow sidebar; where the words stand beside it, there is nothing to explain. */
export function RailTooltip({ label, children }: { label: string; children: ReactElement }) {
  const rail = useMedia('(min-width: 64rem) and (max-width: 79.99rem)');
  return rail ? (
    <Tooltip label={label} side="inline-end">
      {children}
    </Tooltip>
  ) : (
    children
  );
}
