import type { TicketRow } from '../db/sql/ticket-row';
import { inTransaction, sql, type Tx } from '../db/transaction';
import { NotFound } from '../errors';
import type { TicketEventInput } from '../events/catalogue';
import { loadTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';
import type { BulkUndoneDto } from '../schemas/bulk';
import { type BULK_COLUMNS, type BulkValues, same } from './steps/bulk-columns';
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
  if (Object.entries(after).some(([column, value]) => !same(ticket[column as keyof BulkValues], value)))
    return { number: ticket.number, code: 'changed_since' };
  if (!(await mayHold(tx, before.assignee_id))) return { number: ticket.number, code: 'not_an_active_agent' };
  const { rowCount } = await tx.query(
    `UPDATE bulk_change SET before = '{}', after = '{}' WHERE bulk_id = $1 AND ticket_id = $2 AND before <> '{}'`,
    [id, ticket_id],
  );
  if (rowCount === 0) return null;
  const events = eventsOf(ticket, before, actor.id);
  // who held it before is said by hand; why routing once gave it to him is in the history
  const columns = before as Partial<Pick<TicketRow, (typeof BULK_COLUMNS)[number]>>;
  await writeTicket(
    tx,
    ticket.id,
    { ...columns, ...('assignee_id' in before && { routing_reason: null }) },
    events,
  );
  return 'reverted';
}

/** Whoever held it may have left since. */
async function mayHold(tx: Tx, personId: unknown): Promise<boolean> {
  if (typeof personId !== 'string') return true;
  const { rowCount } = await tx.query(
    `SELECT 1 FROM person WHERE id = $1 AND role <> 'customer' AND disabled_at IS NULL FOR NO KEY UPDATE`,
    [personId],
  );
  return rowCount === 1;
}

function eventsOf(ticket: TicketRow, before: BulkValues, actorId: string): TicketEventInput[] {
  const was = { ...ticket, ...(before as Partial<TicketRow>) };
  const fields = (['priority', 'topic'] as const).filter((column) => column in before);
  const events: TicketEventInput[] = [];
  if ('assignee_id' in before)
    events.push({
      type: 'assignment.changed',
      data: { from: ticket.assignee_id, to: was.assignee_id },
      actorId,
    });
  if ('status' in before)
    events.push({
      type: 'status.changed',
      data: { from: ticket.status, to: was.status, by_hand: true },
      actorId,
    });
  if (fields.length > 0) events.push({ type: 'ticket.updated', data: { fields }, actorId });
  if ('tags' in before)
    events.push({
      type: 'tags.changed',
      data: {
        added: was.tags.filter((one) => !ticket.tags.includes(one)),
        removed: ticket.tags.filter((one) => !was.tags.includes(one)),
      },
      actorId,
    });
  return events;
}
