import type { TicketRow } from '../../db/sql/ticket-row';

/** The columns of a ticket that acting on many may change, and that undoing puts back. */
export const BULK_COLUMNS = [
  'assignee_id',
  'assigned_at',
  'is_held',
  'status',
  'resolved_at',
  'closed_at',
  'waiting_since',
  'priority',
  'topic',
  'tags',
] as const;
type BulkColumn = (typeof BULK_COLUMNS)[number];
/** As JSON keeps them: times as text. */
export type BulkValues = Partial<Record<BulkColumn, unknown>>;

/** The columns in which two states of a ticket differ, as they were and as they are. */
export function changedColumns(
  before: TicketRow,
  after: TicketRow,
): { before: BulkValues; after: BulkValues } {
  const differ = BULK_COLUMNS.filter((column) => !same(before[column], after[column]));
  const of = (row: TicketRow): BulkValues =>
    JSON.parse(JSON.stringify(Object.fromEntries(differ.map((column) => [column, row[column]]))));
  return { before: of(before), after: of(after) };
}

/** Do a row and what was kept as JSON say the same? */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
