'use client';
import type { ReactNode } from 'react';
import { whenOpened } from './when-opened';

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** For what is read in columns. */
  wide?: boolean;
  children: ReactNode;
}

/** For what needs several fields. A choice of one thing belongs in a menu or a popover. */
export const Dialog = whenOpened<DialogProps>(() => import('./dialog-part').then((file) => file.DialogPart));
