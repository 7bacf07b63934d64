'use client';
import type { VariantProps } from 'class-variance-authority';
import { LoaderCircle } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { buttonStyle } from './button-style';

export interface ButtonProps
  extends Omit<ComponentProps<'button'>, 'className'>,
    Pick<VariantProps<typeof buttonStyle>, 'variant' | 'size' | 'full'> {
  icon?: ReactNode;
  /** Work is under way: shows it, keeps the name, and takes no second press. */
  pending?: boolean;
  className?: string;
}

export function Button({ variant, size, full, icon, pending, className, children, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      {...props}
      aria-busy={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : props.onClick}
      className={buttonStyle({ variant, size, full, className })}
    >
      {pending ? <LoaderCircle aria-hidden className="size-4 animate-spin" /> : icon}
      {children}
    </button>
  );
}
