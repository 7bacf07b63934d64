import type { Sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import { visibleTickets } from '../rules/visibility';

/** Of these tickets, those that the person may see. */
export async function seenAmong(
  from: Sql,
  actor: Actor,
  ticketIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ticketIds.length === 0) return new Set();
  const { rows } = await from.query<{ id: string }>(
    `SELECT t.id FROM ticket t WHERE t.id = ANY($2::uuid[]) AND ${visibleTickets(actor, '$1')}`,
    [actor.id, ticketIds],
  );
  return new Set(rows.map((row) => row.id));
}
