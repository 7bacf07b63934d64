import { cloneElement, type ReactElement } from 'react';

interface TooltipProps {
  label: string;
  shortcut?: string;
  side?: TipSide;
  /** The thing it explains; it must be focusable and must not need the tooltip to be understood. */
  children: ReactElement;
}
export type TipSide = 'top' | 'bottom' | 'inline-start' | 'inline-end';

/** Only says what is to be shown: one place (`Tooltips`) shows it for all, so that a page may have hundreds. */
export function Tooltip({ label, shortcut, side = 'bottom', children }: TooltipProps) {
  const tip = { 'data-tip': label, 'data-tip-key': shortcut, 'data-tip-side': side };
  return cloneElement(children, tip as object);
}
