import type { PersonRow } from '../../db/sql/person-row';
import { type TicketRow, ticketRows } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { Invalid } from '../../errors';
import { handedOver, holderLeft } from '../../rules/routing-reason';
import { UNSOLVED } from '../../schemas/values';
import { setAssignee } from './set-assignee';
import { setTeam } from './set-team';

/** Where the unsolved tickets of somebody go who stops working here: the queue, a colleague, or a team's queue. */
export type Successor = { agent: string | null; team: string | null };
const QUEUE: Successor = { agent: null, team: null };

/**
 * Passes a person's unsolved tickets on, each with the reason in its log; those in a queue keep their place by
 * waiting time. Returns how many there were.
 * @throws Invalid `agent: not_an_active_agent`, `team: unknown_team`.
 */
export async function handOver(
  tx: Tx,
  person: PersonRow,
  actorId: string,
  to: Successor = QUEUE,
): Promise<number> {
  if (to.agent !== null) await lockSuccessor(tx, person, to.agent);
  // locked first and read after, for the reason that stands at loadTicket
  const locked = await tx.query<{ id: string }>(
    'SELECT id FROM ticket WHERE assignee_id = $1 AND status = ANY($2::text[]) ORDER BY id FOR NO KEY UPDATE',
    [person.id, UNSOLVED],
  );
  const ids = locked.rows.map(({ id }) => id);
  const { rows } = await tx.query<TicketRow>(`${ticketRows()} WHERE t.id = ANY($1::uuid[]) ORDER BY t.id`, [
    ids,
  ]);
  const reason = to.agent === null ? holderLeft(person.name) : handedOver(person.name);
  for (const ticket of rows) {
    if (to.team !== null) await setTeam(tx, ticket, to.team, actorId);
    await setAssignee(tx, ticket, to.agent, { actorId, reason });
  }
  return rows.length;
}

/** Locks the row of who is to have them, so that routing counts them before it gives him more. */
async function lockSuccessor(tx: Tx, person: PersonRow, id: string): Promise<void> {
  const { rowCount } = await tx.query(
    `SELECT 1 FROM person WHERE id = $1 AND id <> $2 AND role <> 'customer' AND disabled_at IS NULL
     FOR NO KEY UPDATE`,
    [id, person.id],
  );
  if (rowCount === 0) throw new Invalid({ agent: ['not_an_active_agent'] });
}
