'use client';
import type { ReactNode } from 'react';
import { Later } from './later';
import type {
  MenuCheckboxProps,
  MenuItemProps,
  MenuLinkProps,
  MenuProps,
  MenuRadioProps,
} from './menu-parts';
import { useFirstTouch } from './use-first-touch';

const later = new Later(() => import('./menu-parts'));

export function Menu({ trigger, ...props }: MenuProps) {
  const { code, button } = useFirstTouch(later, trigger, { 'aria-haspopup': 'menu' }, props.open);
  return code ? <code.MenuPart {...props} trigger={button} /> : button;
}

/** What stands in a menu came with it: it is only drawn in an open one. */
function parts() {
  if (!later.now) throw new Error('outside a Menu');
  return later.now;
}

export function MenuItem(props: MenuItemProps) {
  const { MenuItemPart } = parts();
  return <MenuItemPart {...props} />;
}

/** On or off; the menu stays open. */
export function MenuCheckbox(props: MenuCheckboxProps) {
  const { MenuCheckboxPart } = parts();
  return <MenuCheckboxPart {...props} />;
}

/** An entry that goes somewhere: pass a next/link as `link`. */
export function MenuLink(props: MenuLinkProps) {
  const { MenuLinkPart } = parts();
  return <MenuLinkPart {...props} />;
}

/** One of several; the menu closes when it is chosen. */
export function MenuRadio<T extends string>(props: MenuRadioProps<T>) {
  const { MenuRadioPart } = parts();
  return <MenuRadioPart {...props} />;
}

/** Entries that belong together, under a heading. */
export function MenuGroup(props: { label: string; children: ReactNode }) {
  const { MenuGroupPart } = parts();
  return <MenuGroupPart {...props} />;
}

export function MenuSeparator() {
  const { MenuSeparatorPart } = parts();
  return <MenuSeparatorPart />;
}
