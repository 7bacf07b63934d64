'use client';
import { useEffect } from 'react';
import type { DraftKind } from '@/lib/schemas/values';
import { sentLately } from './sent-lately';

/** Turns the composer to what was taken back into it, also when the ticket had to be opened for that. */
export function useCameBack(ticketId: string, onKind: (kind: DraftKind) => void): void {
  useEffect(() => {
    const look = () => {
      const kind = sentLately.takeBack(ticketId);
      if (kind) onKind(kind);
    };
    look();
    return sentLately.subscribe(look);
  }, [ticketId, onKind]);
}
