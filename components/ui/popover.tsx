'use client';
import type { ReactElement, ReactNode } from 'react';
import { Later } from './later';
import { useFirstTouch } from './use-first-touch';

const later = new Later(() => import('./popover-part'));

export interface PopoverProps {
  trigger: ReactElement;
  title: string;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

export function Popover({ trigger, ...props }: PopoverProps) {
  const { code, button } = useFirstTouch(later, trigger, { 'aria-haspopup': 'dialog' }, props.open);
  return code ? <code.PopoverPart {...props} trigger={button} /> : button;
}
