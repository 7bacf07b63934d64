'use client';
import { Progress as Base } from '@base-ui/react/progress';
import type { ReactNode } from 'react';

interface ProgressProps {
  label: ReactNode;
  /** Null: nobody knows yet how much there is. */
  value: number | null;
  max: number;
  /** The figure in words, e.g. "2,000 of 4,500". */
  text: string;
}

/** How far a long work is: named, in figures and as a line. */
export function Progress({ label, value, max, text }: ProgressProps) {
  return (
    <Base.Root
      value={value}
      max={Math.max(max, 1)}
      getAriaValueText={() => text}
      className="flex flex-col gap-2"
    >
      <div className="flex items-baseline justify-between gap-4">
        <Base.Label className="text-ui font-[550] text-ink">{label}</Base.Label>
        <span aria-hidden className="tabular text-small text-ink-2">
          {text}
        </span>
      </div>
      <Base.Track className="h-2 overflow-hidden rounded-full bg-sunken">
        <Base.Indicator className="h-full rounded-full bg-accent transition-[width] data-indeterminate:w-1/4" />
      </Base.Track>
    </Base.Root>
  );
}
