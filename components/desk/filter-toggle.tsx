'use client';
import { cx } from 'class-variance-authority';
import type { ReactNode } from 'react';

export function FilterLegend({ children }: { children: ReactNode }) {
  return <legend className="mb-1.5 text-small font-[550] text-ink-2">{children}</legend>;
}

export function FilterToggles({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset>
      <FilterLegend>{label}</FilterLegend>
      <div className="flex flex-wrap gap-1.5">{children}</div>
    </fieldset>
  );
}

interface FilterToggleProps {
  pressed: boolean;
  onClick: () => void;
  icon?: ReactNode;
  children: ReactNode;
}

export function FilterToggle({ pressed, onClick, icon, children }: FilterToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className={cx(
        'inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-small coarse:h-control',
        pressed
          ? 'border-accent bg-selected font-[600] text-ink'
          : 'border-line-strong text-ink-2 hover:bg-hover hover:text-ink',
      )}
    >
      {icon}
      {children}
    </button>
  );
}
