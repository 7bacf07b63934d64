import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';

/** The columns of a ticket that acts may change, by themselves or in what follows from them, and that undo puts back. */
export const BULK_COLUMNS = [
  'assignee_id',
  'assigned_at',
  'is_held',
  'team_id',
  'status',
  'resolved_at',
  'closed_at',
  'waiting_since',
  'priority',
  'topic',
  'tags',
  'snoozed_until',
  'snoozed_for_reply',
  'woken_from',
  'promise_at',
  'promise_act',
  'promise_by',
  'promise_due',
] as const;
type BulkColumn = (typeof BULK_COLUMNS)[number];
export type UndoableColumns = Pick<TicketRow, BulkColumn>;
/** Its columns, and whether the person who acts follows it: that is kept beside the ticket. */
export type UndoableState = UndoableColumns & { is_followed: boolean };
/** As JSON keeps them: times as text. */
export type BulkValues = Partial<Record<keyof UndoableState, unknown>>;

/** What of a ticket an act may change, as it is now. */
export async function undoableState(tx: Tx, personId: string, ticketId: string): Promise<UndoableState> {
  const { rows } = await tx.query<UndoableState>(
    `SELECT ${BULK_COLUMNS.join(', ')}, EXISTS (SELECT 1 FROM ticket_follower
       WHERE ticket_id = t.id AND person_id = $2) AS is_followed FROM ticket t WHERE id = $1`,
    [ticketId, personId],
  );
  return rows[0]!;
}

/** What differs between two states of a ticket, as it was and as it is. */
export function changesBetween(
  before: UndoableState,
  after: UndoableState,
): { before: BulkValues; after: BulkValues } {
  const differ = ([...BULK_COLUMNS, 'is_followed'] as const).filter(
    (name) => !same(before[name], after[name]),
  );
  const of = (state: UndoableState): BulkValues =>
    JSON.parse(JSON.stringify(Object.fromEntries(differ.map((name) => [name, state[name]]))));
  return { before: of(before), after: of(after) };
}

/** Do a row and what was kept as JSON say the same? */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
