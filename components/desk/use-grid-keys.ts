'use client';
import type { KeyboardEvent, RefObject } from 'react';
import type { useSelection } from './use-selection';

interface GridKeys {
  /** How many there are. */
  rows: number;
  /** The row that has the list's one tab stop. */
  stop: number;
  selection: ReturnType<typeof useSelection>;
  focusRow: (index: number) => void;
  pane: RefObject<HTMLElement | null>;
  /** Of a row, in pixels. */
  height: number;
}

/** What the focused list does with keys by itself: moves the focus, chooses rows, with Shift a range. */
export function useGridKeys({ rows, stop, selection, focusRow, pane, height }: GridKeys) {
  const placeOf = (key: string): number | undefined => {
    const page = Math.max(1, Math.floor((pane.current?.clientHeight ?? height) / height) - 1);
    return {
      ArrowDown: stop + 1,
      ArrowUp: stop - 1,
      PageDown: stop + page,
      PageUp: stop - page,
      Home: 0,
      End: rows - 1,
    }[key];
  };
  return (event: KeyboardEvent) => {
    const chosen = selection.selected.size;
    if (event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key !== 'a') return;
      event.preventDefault();
      selection.chooseLoaded();
      return;
    }
    if (event.key === ' ' || (event.key === 'Escape' && chosen > 0)) {
      event.preventDefault();
      if (event.key === ' ') selection.toggle(stop);
      else selection.clear();
      return;
    }
    const to = placeOf(event.key);
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(to, 0), rows - 1);
    if (event.shiftKey) {
      if (chosen === 0) selection.toggle(stop);
      selection.extendTo(next);
    }
    focusRow(next);
  };
}
