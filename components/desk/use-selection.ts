'use client';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Row } from './hold-list';

/** Which rows are chosen, by id. What has left the list is no longer chosen. */
export function useSelection(rows: readonly Row[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [allMatching, setAllMatching] = useState(false);
  const anchor = useRef(0);
  const selected = useMemo(
    () => new Set(rows.flatMap(({ ticket }) => (chosen.has(ticket.id) ? [ticket.id] : []))),
    [rows, chosen],
  );
  const change = (next: ReadonlySet<string>) => {
    setAllMatching(false);
    setChosen(next);
  };
  const idAt = (index: number) => rows[index]?.ticket.id;

  const toggle = (index: number) => {
    const id = idAt(index);
    if (!id) return;
    anchor.current = index;
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    change(next);
  };
  /** All from the last one that was pressed to this. */
  const extendTo = (index: number) => {
    const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
    change(new Set([...selected, ...rows.slice(from, to + 1).map(({ ticket }) => ticket.id)]));
  };
  const clear = useCallback(() => {
    setAllMatching(false);
    setChosen(new Set());
  }, []);
  return {
    selected,
    allMatching,
    /** Every ticket of the list, those that are not loaded too. */
    chooseAllMatching: () => setAllMatching(true),
    toggle,
    extendTo,
    chooseLoaded: () => change(new Set(rows.map(({ ticket }) => ticket.id))),
    clear,
  };
}
