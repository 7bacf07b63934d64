'use client';
import { Dialog } from '@base-ui/react/dialog';
import { cx } from 'class-variance-authority';
import type { ReactNode } from 'react';

interface DrawerProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  side: 'start' | 'end';
  label: string;
  children: ReactNode;
}

/** The drawer itself: see `drawer.tsx`, which brings this file when one is opened. */
export function DrawerPart({ open, onOpenChange, side, label, children }: DrawerProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-backdrop transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          aria-label={label}
          className={cx(
            'fixed inset-y-0 z-30 w-76 max-w-[88vw] border-line bg-canvas shadow-float outline-none transition-transform duration-200',
            side === 'start'
              ? 'start-0 border-e data-ending-style:-translate-x-full data-starting-style:-translate-x-full rtl:data-ending-style:translate-x-full rtl:data-starting-style:translate-x-full'
              : 'end-0 border-s data-ending-style:translate-x-full data-starting-style:translate-x-full rtl:data-ending-style:-translate-x-full rtl:data-starting-style:-translate-x-full',
          )}
        >
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
