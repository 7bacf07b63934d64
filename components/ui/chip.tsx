import { cx } from 'class-variance-authority';
import type { ReactNode } from 'react';

interface ChipProps {
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A fact in a few letters. Not a button: chips that act are Buttons. */
export function Chip({ icon, className, children }: ChipProps) {
  return (
    <span
      className={cx(
        'chip-edge inline-flex h-5 max-w-full items-center gap-1 rounded-full px-2 text-micro',
        className ?? 'bg-sunken text-ink-2',
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
