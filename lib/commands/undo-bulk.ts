import type { TicketRow } from '../db/sql/ticket-row';
import { inTransaction, sql, type Tx } from '../db/transaction';
import { NotFound } from '../errors';
import { loadTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';
import type { BulkUndoneDto } from '../schemas/bulk';
import {
  type BulkValues,
  same,
  type UndoableColumns,
  type UndoableState,
  undoableState,
} from './steps/bulk-columns';
import { revertEvents } from './steps/revert-events';
import { setFollowing } from './steps/set-following';
import { writeTicket } from './steps/write-ticket';

interface Change {
  ticket_id: string;
  before: BulkValues;
  after: BulkValues;
}

/**
 * Takes back an act on many tickets: whoever did it, as long as it is on record (30 days). A ticket of which somebody
 * has changed the same facts since stays as it is and is named. It asks no rule of status or assignment: it puts back
 * what was. Mails that the act sent have been sent. A second undo finds nothing left to do.
 *
 * @throws NotFound when there is no such act of his.
 */
export async function undoBulk(actor: Actor, id: string): Promise<BulkUndoneDto> {
  const { rowCount } = await sql.query(
    'UPDATE bulk_act SET undone_at = now() WHERE id = $1 AND person_id = $2',
    [id, actor.id],
  );
  if (rowCount === 0) throw new NotFound();
  const { rows } = await sql.query<Change>(
    `SELECT ticket_id, before, after FROM bulk_change WHERE bulk_id = $1 AND before <> '{}' ORDER BY ticket_id`,
    [id],
  );
  const undone: BulkUndoneDto = { reverted: 0, failed: [] };
  for (const change of rows) {
    const left = await inTransaction((tx) => revert(tx, actor, id, change));
    if (left === 'reverted') undone.reverted += 1;
    else if (left) undone.failed.push({ id: change.ticket_id, ...left });
  }
  return undone;
}

type Left = 'reverted' | { number: number | null; code: string } | null;

async function revert(tx: Tx, actor: Actor, id: string, { ticket_id, before, after }: Change): Promise<Left> {
  const ticket = await loadTicket(tx, ticket_id, true);
  if (!ticket || ticket.deleted_at !== null) return { number: null, code: 'not_found' };
  const state = await undoableState(tx, actor.id, ticket_id);
  if (Object.entries(after).some(([name, value]) => !same(state[name as keyof UndoableState], value)))
    return { number: ticket.number, code: 'changed_since' };
  const code = await goneSince(tx, before);
  if (code) return { number: ticket.number, code };
  const { rowCount } = await tx.query(
    `UPDATE bulk_change SET before = '{}', after = '{}' WHERE bulk_id = $1 AND ticket_id = $2 AND before <> '{}'`,
    [id, ticket_id],
  );
  if (rowCount === 0) return null;
  await putBack(tx, actor, ticket, before);
  return 'reverted';
}

async function putBack(tx: Tx, actor: Actor, ticket: TicketRow, before: BulkValues): Promise<void> {
  const { is_followed, ...values } = before;
  if (is_followed !== undefined) await setFollowing(tx, ticket.id, actor.id, is_followed === true);
  if (Object.keys(values).length === 0) return;
  const columns = values as Partial<UndoableColumns>;
  // who held it before is said by hand; why routing once gave it to him is in the history
  const change = { ...columns, ...('assignee_id' in columns && { routing_reason: null }) };
  await writeTicket(tx, ticket.id, change, revertEvents(ticket, columns, actor.id));
}

/** Whoever held it, and the team it was in, may have left since: the code of what is not there. */
async function goneSince(tx: Tx, { assignee_id, team_id }: BulkValues): Promise<string | null> {
  const there = async (statement: string, id: unknown) =>
    typeof id !== 'string' || (await tx.query(statement, [id])).rowCount === 1;
  const mayHold = `SELECT 1 FROM person WHERE id = $1 AND role <> 'customer' AND disabled_at IS NULL FOR NO KEY UPDATE`;
  if (!(await there(mayHold, assignee_id))) return 'not_an_active_agent';
  return (await there('SELECT 1 FROM team WHERE id = $1 FOR KEY SHARE', team_id)) ? null : 'unknown_team';
}
