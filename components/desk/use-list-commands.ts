'use client';
import { useTranslations } from 'next-intl';
import { toast } from '@/components/ui/toast';
import { useCommandPart } from './commands/command-context';
import { useDesk } from './desk-context';
import type { Row } from './hold-list';
import type { useSelection } from './use-selection';

interface ListCommands {
  rows: readonly Row[];
  selection: ReturnType<typeof useSelection>;
  /** Where the list's one tab stop is; -1 before there is one. */
  active: number;
  /** Where the open ticket stands; -1 when it is not in this list. */
  open: number;
  focusRow: (index: number) => void;
  openRow: (index: number, replace: boolean) => void;
  isFocused: () => boolean;
  hasMore: boolean;
  onMore: () => void;
}

/** One message at a time says that a list has no more rows. */
const END = 'list-end';

/** What keys do to the list: step through it, choose rows, and go on when a ticket has been dealt with. */
export function useListCommands(list: ListCommands): void {
  const t = useTranslations('commands.list');
  const { location, go } = useDesk();
  const { rows, selection, active, open, focusRow, openRow } = list;
  const stop = active >= 0 ? active : Math.max(open, 0);

  const step = (by: 1 | -1) => {
    const from = list.isFocused() || open < 0 ? (active >= 0 ? active : open) : open;
    const index = from < 0 ? 0 : from + by;
    if (!rows[index]) {
      if (by === 1 && list.hasMore) list.onMore();
      toast(t(by === -1 ? 'start' : list.hasMore ? 'loading' : 'end'), { id: END, duration: 2_500 });
      return focusRow(from);
    }
    focusRow(index);
    if (location.number !== null) openRow(index, true);
  };
  const extend = (by: 1 | -1) => {
    const to = Math.min(Math.max(stop + by, 0), rows.length - 1);
    if (selection.selected.size === 0) selection.toggle(stop);
    selection.extendTo(to);
    focusRow(to);
  };
  const leave = (number: number) => {
    const at = rows.findIndex(({ ticket }) => ticket.number === number);
    const next = rows.findIndex((row, index) => index > at && !row.gone);
    if (next >= 0) {
      focusRow(next);
      return openRow(next, true);
    }
    if (list.hasMore) list.onMore();
    toast(t(list.hasMore ? 'loading' : 'done'), { id: END });
    go(null);
    // nobody reads in the rows any more: what has left the list may go
    document.getElementById('ticket-list')?.focus();
  };
  useCommandPart(
    'list',
    rows.length === 0
      ? null
      : {
          step,
          extend,
          leave,
          toggle: () => selection.toggle(stop),
          open: () => {
            focusRow(stop);
            openRow(stop, false);
          },
          clear: selection.selected.size > 0 ? selection.clear : null,
        },
  );
}
