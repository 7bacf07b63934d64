'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { TicketDto } from '@/lib/schemas/ticket';
import { dropGone, holdList, type Row } from './hold-list';

/**
 * The rows to show: the server's, except that nothing moves under the pointer (see `holdList`). `onHold` tells
 * whether the reader is in the list just now; `adopt` takes everything new in.
 */
export function useHeldRows(fresh: readonly TicketDto[], open: number | null) {
  const [state, setState] = useState<{ rows: readonly Row[]; pending: number }>(() =>
    holdList([], fresh, false, open),
  );
  const held = useRef(false);
  const latest = useRef({ fresh, open });
  latest.current = { fresh, open };

  useEffect(() => {
    setState(({ rows }) => holdList(rows, fresh, held.current, latest.current.open));
  }, [fresh]);

  useEffect(() => {
    setState((now) => {
      const rows = dropGone(now.rows, open);
      return rows === now.rows ? now : { ...now, rows };
    });
  }, [open]);

  const adopt = useCallback(() => {
    setState(({ rows }) => holdList(rows, latest.current.fresh, false, latest.current.open));
  }, []);
  const onHold = useCallback(
    (holding: boolean) => {
      const was = held.current;
      held.current = holding;
      if (was && !holding) adopt();
    },
    [adopt],
  );
  return { ...state, adopt, onHold };
}
