'use client';
import { Later } from './later';
import type { PickMenuProps } from './pick-list';
import { useFirstTouch } from './use-first-touch';

const later = new Later(() => import('./pick-list'));

/** A button that opens a list one can type into: people, languages, time zones. */
export function PickMenu({ trigger, ...props }: PickMenuProps) {
  const { code, button } = useFirstTouch(later, trigger, { 'aria-haspopup': 'dialog', role: 'combobox' });
  return code ? <code.PickList {...props} trigger={button} /> : button;
}
