'use client';
import { cx } from 'class-variance-authority';
import { Command } from 'cmdk';
import type { ReactNode } from 'react';

const lineStyle =
  'flex min-h-9 cursor-default select-none items-center gap-2.5 rounded-control px-2.5 py-1 text-ui text-ink outline-none data-[selected=true]:bg-selected coarse:min-h-11';

interface PaletteLineProps {
  /** Unlike every other line's. */
  value: string;
  icon?: ReactNode;
  /** At the line's end: keys, a number, a state. */
  end?: ReactNode;
  onChoose: () => void;
  children: ReactNode;
  className?: string;
}

export function PaletteLine({ value, icon, end, onChoose, children, className }: PaletteLineProps) {
  return (
    <Command.Item value={value} onSelect={onChoose} className={cx(lineStyle, className)}>
      <span className="flex size-5 shrink-0 items-center justify-center text-ink-2">{icon}</span>
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {end ? <span className="shrink-0 text-small text-ink-3">{end}</span> : null}
    </Command.Item>
  );
}

export function PaletteGroup({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="pb-1 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-micro [&_[cmdk-group-heading]]:font-[600] [&_[cmdk-group-heading]]:text-ink-3"
    >
      {children}
    </Command.Group>
  );
}
