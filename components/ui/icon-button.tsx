'use client';
import { cx } from 'class-variance-authority';
import type { ComponentProps, ReactNode } from 'react';
import { Tooltip } from './tooltip';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  /** The name for everybody: read out, and shown as a tooltip. */
  label: string;
  icon: ReactNode;
  shortcut?: string;
}

export function IconButton({ label, icon, shortcut, className, ...props }: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <button
        type="button"
        {...props}
        aria-label={label}
        className={cx(
          'inline-flex size-control shrink-0 items-center justify-center rounded-control text-ink-2 transition-[background-color,color] hover:bg-hover hover:text-ink aria-pressed:bg-selected aria-pressed:text-accent data-popup-open:bg-hover data-popup-open:text-ink disabled:opacity-60',
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
