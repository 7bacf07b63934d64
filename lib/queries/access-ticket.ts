import { type TicketRow, ticketRows } from '../db/sql/ticket-row';
import type { Sql } from '../db/transaction';
import { Conflict, Forbidden, NotFound } from '../errors';
import {
  type Actor,
  can,
  isStaff,
  refusedWhenMerged,
  type TicketAction,
  type Visit,
} from '../rules/permissions';

/**
 * The one door from an id to a ticket. Loads the row, locks it when asked (then its numbers and state hold still
 * until the transaction ends), and checks that the person may read it and do `action`.
 *
 * @param ref UUID or number of the ticket.
 * @throws NotFound when it is absent or hidden, which look the same; Forbidden when it may be read but not that;
 * Conflict `merged` with `merged_into` when it could be done but for the ticket's being part of another one now.
 */
export async function accessTicket(
  sql: Sql,
  actor: Actor,
  ref: string,
  action: TicketAction,
  { lock = false }: { lock?: boolean } = {},
): Promise<TicketRow> {
  const row = await loadTicket(sql, ref, lock);
  if (row && actor.visitor && !(await isOfVisit(sql, actor.visitor, row.id))) throw new NotFound();
  return allowTicket(row, actor, action);
}

/** A visitor of a website sees what began there, and, until it is proved who he is, what he began himself. */
async function isOfVisit(sql: Sql, { begunBy, hasJoined }: Visit, ticketId: string): Promise<boolean> {
  const { rowCount } = await sql.query('SELECT 1 FROM chat WHERE ticket_id = $1 AND ($2 OR begun_by = $3)', [
    ticketId,
    hasJoined,
    begunBy,
  ]);
  return rowCount !== 0;
}

/** What {@link accessTicket} asks of a row that is loaded already. @throws NotFound, Forbidden as it does. */
export function allowTicket(row: TicketRow | null, actor: Actor, action: TicketAction): TicketRow {
  if (!row || !can(actor, 'ticket.read', row)) throw new NotFound();
  if (row.merged_into && refusedWhenMerged(action) && can(actor, action, { ...row, merged_into: null }))
    throw new Conflict('merged', 'This ticket was merged into another one.', {
      merged_into: isStaff(actor.role) ? { id: row.merged_into, number: row.merged_number } : null,
    });
  if (!can(actor, action, row)) throw new Forbidden();
  return row;
}

/**
 * Loads a ticket without asking who wants it: for routing, schedules and the relay.
 *
 * Locking and reading are two statements. In one, PostgreSQL would wait for the lock, take the ticket's new row and
 * join it with the messages of before the wait; the newest message is not among them, and the ticket would be absent.
 */
export async function loadTicket(sql: Sql, ref: string, lock = false): Promise<TicketRow | null> {
  const column = ref.includes('-') ? 'id' : 'number';
  if (column === 'number' && Number(ref) > Number.MAX_SAFE_INTEGER) return null;
  if (lock) await sql.query(`SELECT 1 FROM ticket WHERE ${column} = $1 FOR NO KEY UPDATE`, [ref]);
  const { rows } = await sql.query<TicketRow>(`${ticketRows()} WHERE t.${column} = $1`, [ref]);
  return rows[0] ?? null;
}
