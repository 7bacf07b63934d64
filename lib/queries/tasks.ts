import type { TicketColumns } from '../db/sql/ticket-row';
import { type Sql, sql } from '../db/transaction';
import { NotFound } from '../errors';
import { taskStatusOf } from '../rules/contact-centre';
import type { Actor } from '../rules/permissions';
import { visibleRanges, visibleTickets } from '../rules/visibility';
import type { TaskDto } from '../schemas/contact-centre';
import type { PageQuery } from '../schemas/list-tickets';
import { accessTicket } from './access-ticket';
import { decodeCursor, encodeCursor } from './cursor';

/**
 * A task is a ticket on its way to somebody and with him (S0). It begins when the ticket does and each time that
 * somebody loses it, and is known by the event of that: so it keeps its id from waiting to done, and what was taken
 * away is gone.
 */
const TASK = `SELECT e.id, e.created_at FROM event e
  WHERE e.ticket_id = t.id AND (e.seq = 1 OR e.type = 'assignment.changed' AND e.data ->> 'from' IS NOT NULL)
  ORDER BY e.seq DESC LIMIT 1`;

type Held = Pick<TicketColumns, 'status' | 'assignee_id' | 'updated_at'>;
interface TaskRow extends Held {
  id: string;
  ticket_id: string;
  created_at: Date;
}
const COLUMNS = 'task.id, t.id AS ticket_id, t.status, t.assignee_id, task.created_at, t.updated_at';

const present = (row: TaskRow): TaskDto => ({
  id: row.id,
  ticket: row.ticket_id,
  agent: row.assignee_id,
  status: taskStatusOf(row.status),
  created_at: row.created_at.toISOString(),
  updated_at: row.updated_at.toISOString(),
});

/** The present task of a ticket, without asking who wants it. */
export async function taskOf(from: Sql, ticketId: string): Promise<TaskDto> {
  const { rows } = await from.query<TaskRow>(
    `SELECT ${COLUMNS} FROM ticket t CROSS JOIN LATERAL (${TASK}) task WHERE t.id = $1`,
    [ticketId],
  );
  return present(rows[0]!);
}

/** The ticket whose task has this id, now or earlier. @throws NotFound for the id of anything else. */
export async function ticketOfTask(from: Sql, id: string): Promise<string> {
  const { rows } = await from.query<{ ticket_id: string | null }>(
    'SELECT ticket_id FROM event WHERE id = $1',
    [id],
  );
  if (!rows[0]?.ticket_id) throw new NotFound();
  return rows[0].ticket_id;
}

/** @throws NotFound when it is hidden, or was taken away. */
export async function getTask(actor: Actor, id: string): Promise<TaskDto> {
  const ticket = await accessTicket(sql, actor, await ticketOfTask(sql, id), 'ticket.read');
  const task = await taskOf(sql, ticket.id);
  if (task.id !== id) throw new NotFound();
  return task;
}

/** One page of what somebody holds, as far as the person sees it, the newest tickets first. */
export async function listTasks(
  actor: Actor,
  { limit, cursor }: PageQuery,
): Promise<{ results: TaskDto[]; next: string | null }> {
  const after = cursor ? (decodeCursor(actor.id, 'tasks', cursor) as [string, string]) : null;
  // of what is held he sees his own alone, unless he sees everything; said so that the index may be used
  const isOwn = actor.role === 'agent' && visibleRanges(actor.scope, '$1') !== null;
  const { rows } = await sql.query<TaskRow & { begun_at: Date }>(
    `SELECT ${COLUMNS}, t.created_at AS begun_at FROM (
       SELECT * FROM ticket t
       WHERE ${visibleTickets(actor, '$1')} AND ${isOwn ? 't.assignee_id = $1' : 't.assignee_id IS NOT NULL'}
         AND t.deleted_at IS NULL AND t.spam_at IS NULL AND t.merged_into IS NULL
         ${after ? 'AND (t.created_at, t.id) < ($2::timestamptz, $3::uuid)' : ''}
       ORDER BY t.created_at DESC, t.id DESC LIMIT ${limit + 1}
     ) t CROSS JOIN LATERAL (${TASK}) task ORDER BY t.created_at DESC, t.id DESC`,
    [actor.id, ...(after ?? [])],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next =
    rows.length > limit && last
      ? encodeCursor(actor.id, 'tasks', [last.begun_at.toISOString(), last.ticket_id])
      : null;
  return { results: shown.map(present), next };
}
