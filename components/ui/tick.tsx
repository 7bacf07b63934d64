import { cx } from 'class-variance-authority';
import type { ReactNode } from 'react';

interface TickProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  className?: string;
}

/** A box to tick, with its words beside it. */
export function Tick({ checked, onChange, children, className }: TickProps) {
  return (
    <label className={cx('flex items-start gap-2.5', className)}>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0 flex-1">{children}</span>
    </label>
  );
}
