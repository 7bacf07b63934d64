import type { TicketColumns } from '../../db/sql/ticket-row';
import type { Status } from '../../schemas/values';

type Times = Partial<
  Pick<TicketColumns, 'status' | 'resolved_at' | 'closed_at' | 'waiting_since' | 'thanked_at'>
>;

/**
 * The columns that go with a new status: when it was resolved or closed, and whose turn it is (product 2.2: resolving
 * clears the wait; a customer who reopens starts to wait).
 */
export function statusColumns(from: Status, to: Status, at: Date, reopenedByCustomer = false): Times {
  if (from === to) return {};
  if (to === 'RESOLVED') return { status: to, resolved_at: at, waiting_since: null };
  if (to === 'CLOSED') return { status: to, closed_at: at, waiting_since: null };
  if (from !== 'RESOLVED') return { status: to };
  return {
    status: to,
    resolved_at: null,
    thanked_at: null,
    ...(reopenedByCustomer ? { waiting_since: at } : {}),
  };
}
