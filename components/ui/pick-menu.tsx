'use client';
import type { ReactElement, ReactNode } from 'react';
import { Later } from './later';
import { useFirstTouch } from './use-first-touch';

const later = new Later(() => import('./pick-list'));

export interface PickItem {
  value: string;
  label: string;
  icon?: ReactNode;
  hint?: ReactNode;
}

export interface PickMenuProps {
  trigger: ReactElement;
  items: PickItem[];
  value: string | null;
  onPick: (value: string) => void;
  /** Hears what is typed, to load more items; the list filters what it has by itself. */
  onSearch?: (text: string) => void;
  /** Name and placeholder of the box that filters. */
  filterLabel: string;
  emptyText: string;
  align?: 'start' | 'end';
}

/** A button that opens a list one can type into: people, languages, time zones. */
export function PickMenu({ trigger, ...props }: PickMenuProps) {
  const { code, button } = useFirstTouch(later, trigger, { 'aria-haspopup': 'dialog', role: 'combobox' });
  return code ? <code.PickList {...props} trigger={button} /> : button;
}
