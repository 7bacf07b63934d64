'use client';
import { useState } from 'react';

/** A dialog over a list: which of its rows it edits (`null`: a new one), which it keeps while it closes. */
export function useEditDialog<Row>() {
  const [{ open, row }, set] = useState<{ open: boolean; row: Row | null }>({ open: false, row: null });
  const onOpenChange = (to: boolean) => set((now) => ({ ...now, open: to }));
  return {
    row,
    edit: (one: Row | null) => set({ open: true, row: one }),
    close: () => onOpenChange(false),
    /** For the Dialog. */
    props: { open, onOpenChange },
  };
}
