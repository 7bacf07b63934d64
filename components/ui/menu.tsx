'use client';
import type { ReactElement, ReactNode } from 'react';
import { Later } from './later';
import { useFirstTouch } from './use-first-touch';

const later = new Later(() => import('./menu-parts'));

export interface MenuProps {
  /** A real button; it opens the menu and gets focus back. */
  trigger: ReactElement;
  /** Drawn once the menu is open. */
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

export function Menu({ trigger, ...props }: MenuProps) {
  const { code, button } = useFirstTouch(later, trigger, { 'aria-haspopup': 'menu' }, props.open);
  return code ? <code.MenuPart {...props} trigger={button} /> : button;
}

/** What stands in a menu came with it: it is only drawn in an open one. */
function parts() {
  if (!later.now) throw new Error('outside a Menu');
  return later.now;
}

export interface MenuItemProps {
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

export function MenuItem(props: MenuItemProps) {
  const { MenuItemPart } = parts();
  return <MenuItemPart {...props} />;
}

export interface MenuCheckboxProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  children: ReactNode;
}

/** On or off; the menu stays open. */
export function MenuCheckbox(props: MenuCheckboxProps) {
  const { MenuCheckboxPart } = parts();
  return <MenuCheckboxPart {...props} />;
}

export interface MenuLinkProps {
  link: ReactElement;
  icon?: ReactNode;
  children: ReactNode;
}

/** An entry that goes somewhere: pass a next/link as `link`. */
export function MenuLink(props: MenuLinkProps) {
  const { MenuLinkPart } = parts();
  return <MenuLinkPart {...props} />;
}

export interface MenuChoice<T extends string> {
  value: T;
  label: string;
  icon?: ReactNode;
  hint?: string;
}

export interface MenuRadioProps<T extends string> {
  label?: string;
  value: T | null;
  onValueChange: (value: T) => void;
  choices: MenuChoice<T>[];
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
