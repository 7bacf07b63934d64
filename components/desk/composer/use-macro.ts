'use client';
import { useMemo } from 'react';
import type { CannedReplyPreviewDto } from '@/lib/schemas/canned-reply';
import type { DraftKind } from '@/lib/schemas/values';
import { useStored } from '../use-stored';

/** The canned reply that a text in the composer comes from, and what it does when the text is sent. */
export interface Macro {
  id: string;
  title: string;
  actions: CannedReplyPreviewDto['actions'];
  changes: CannedReplyPreviewDto['changes'];
}

/** Kept in this browser beside the draft that it belongs to. */
export function useMacro(ticketId: string, kind: DraftKind) {
  const [stored, store] = useStored<string>(`macro:${ticketId}:${kind}`, '');
  const macro = useMemo(() => read(stored), [stored]);
  return {
    macro,
    take: (next: Macro) => store(JSON.stringify(next)),
    clear: () => store(''),
    /** The text stays a canned reply's, its actions are left out. */
    dropActions: () => macro && store(JSON.stringify({ ...macro, actions: {}, changes: [] })),
  };
}

function read(stored: string): Macro | null {
  try {
    const macro = JSON.parse(stored) as Partial<Macro>;
    const isWhole = typeof macro.id === 'string' && macro.actions && Array.isArray(macro.changes);
    return isWhole ? (macro as Macro) : null;
  } catch {
    return null;
  }
}
