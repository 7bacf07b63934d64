'use client';
import { Popover as Base } from '@base-ui/react/popover';
import { cx } from 'class-variance-authority';
import type { ReactElement, ReactNode } from 'react';
import { floatStyle } from './float-style';

export interface PopoverProps {
  trigger: ReactElement;
  title: string;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** The box itself: see `popover.tsx`, which brings this file when one is needed. */
export function PopoverPart({ trigger, title, children, align = 'start', open, onOpenChange }: PopoverProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-50">
          <Base.Popup
            className={cx(
              floatStyle,
              'scrolling max-h-(--available-height) w-80 max-w-(--available-width) p-4',
            )}
          >
            <Base.Title className="mb-3 text-heading">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
