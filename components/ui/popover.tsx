'use client';
import { Later } from './later';
import type { PopoverProps } from './popover-part';
import { useFirstTouch } from './use-first-touch';

const later = new Later(() => import('./popover-part'));

export function Popover({ trigger, ...props }: PopoverProps) {
  const { code, button } = useFirstTouch(later, trigger, { 'aria-haspopup': 'dialog' }, props.open);
  return code ? <code.PopoverPart {...props} trigger={button} /> : button;
}
