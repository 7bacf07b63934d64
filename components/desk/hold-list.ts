import type { TicketDto } from '@/lib/schemas/ticket';

/** A row as it stands on the screen. `gone`: it no longer belongs to this view, but is not torn away. */
export interface Row {
  ticket: TicketDto;
  gone: boolean;
  /** As the ticket was when it got its place. */
  placed: TicketDto;
}

interface Held {
  rows: readonly Row[];
  /** New tickets that wait above or between the rows, behind the "3 new" pill. */
  pending: number;
}

/**
 * What the list shows when the server's answer has changed.
 *
 * Free: the server's order, at once. Held (the pointer or the focus is in the list, or it is scrolled): rows keep
 * their places, those that left are dimmed, newcomers are only counted; further pages still come in at the end. The
 * open ticket never vanishes: it keeps its place until it is left.
 */
export function holdList(
  shown: readonly Row[],
  fresh: readonly TicketDto[],
  held: boolean,
  open: number | null,
): Held {
  if (!held || shown.length === 0) return { rows: free(shown, fresh, open), pending: 0 };
  const byId = new Map(fresh.map((ticket) => [ticket.id, ticket]));
  const known = new Set(shown.map((row) => row.ticket.id));
  const last = fresh.findLastIndex((ticket) => known.has(ticket.id));
  const rows = shown.map((row) => {
    const ticket = byId.get(row.ticket.id);
    return ticket ? { ...row, ticket, gone: false } : { ...row, gone: true };
  });
  const tail = fresh.slice(last + 1).map(place);
  // Nothing of the old rows is left: then there is no "after them", everything is new.
  if (last === -1) return { rows, pending: fresh.length };
  return {
    rows: [...rows, ...tail],
    pending: fresh.slice(0, last).filter((ticket) => !known.has(ticket.id)).length,
  };
}

const place = (ticket: TicketDto): Row => ({ ticket, gone: false, placed: ticket });

function free(shown: readonly Row[], fresh: readonly TicketDto[], open: number | null): Row[] {
  const rows = fresh.map(place);
  const at = shown.findIndex((row) => row.ticket.number === open);
  const kept = shown[at];
  if (!kept || rows.some((row) => row.ticket.id === kept.ticket.id)) return rows;
  return rows.toSpliced(Math.min(at, rows.length), 0, { ...kept, gone: true });
}

/** After another ticket was opened: rows that left the view and are no longer open go. */
export function dropGone(shown: readonly Row[], open: number | null): readonly Row[] {
  const kept = shown.filter((row) => !row.gone || row.ticket.number === open);
  // the same list, so that nothing is measured and drawn anew for every ticket that is opened
  return kept.length === shown.length ? shown : kept;
}
