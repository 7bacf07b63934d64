import { newId } from '../clock';
import { inTransaction, type Tx } from '../db/transaction';
import { Invalid, Refusal } from '../errors';
import { accessTicket } from '../queries/access-ticket';
import { bulkResult } from '../queries/bulk-result';
import { matchingTickets } from '../queries/list-tickets';
import type { Actor } from '../rules/permissions';
import { BULK_MOST, type BulkDto, type BulkInput } from '../schemas/bulk';
import type { TicketActions } from '../schemas/ticket-actions';
import { applyActions } from './steps/apply-actions';
import { changesBetween, undoableState } from './steps/bulk-columns';
import { type Attempt, once } from './steps/once';

/**
 * Does the same to many tickets: each in a transaction of its own, by the rules that hold for it alone, so that one
 * that is refused leaves the others done. What was done to each is written down with it; a repeat with the same
 * Idempotency-Key goes on where the first one ended.
 *
 * @throws Invalid `filter: too_many` when more than 500 match.
 */
export async function bulkEdit(actor: Actor, input: BulkInput, attempt?: Attempt): Promise<BulkDto> {
  const { bulkId, ids } = await once(actor, attempt, async (tx) => {
    const chosen = [...new Set(input.ticket_ids ?? (await matching(actor, input)))];
    const bulk = newId();
    await tx.query('INSERT INTO bulk_act (id, person_id, actions) VALUES ($1, $2, $3)', [
      bulk,
      actor.id,
      JSON.stringify(input.actions),
    ]);
    return { bulkId: bulk, ids: chosen };
  });
  const warnings = new Set<string>();
  for (const id of ids) for (const one of await actOn(actor, bulkId, id, input.actions)) warnings.add(one);
  return { ...(await bulkResult(actor, bulkId)), warnings: [...warnings] };
}

async function matching(actor: Actor, { filter = {} }: BulkInput): Promise<string[]> {
  const ids = await matchingTickets(actor, { in: 'inbox', ...filter }, BULK_MOST + 1);
  if (ids.length > BULK_MOST)
    throw new Invalid({ filter: ['too_many'] }, `More than ${BULK_MOST} tickets match. Narrow the filter.`);
  return ids;
}

/** Answers the limits that assigning it passed over. */
async function actOn(
  actor: Actor,
  bulkId: string,
  id: string,
  actions: TicketActions,
): Promise<readonly string[]> {
  try {
    return await inTransaction(async (tx) => {
      if (!(await claim(tx, bulkId, id, null))) return [];
      await accessTicket(tx, actor, id, 'ticket.read', { lock: true });
      const before = await undoableState(tx, actor.id, id);
      const warnings = await applyActions(tx, actor, id, actions);
      const change = changesBetween(before, await undoableState(tx, actor.id, id));
      await tx.query('UPDATE bulk_change SET before = $3, after = $4 WHERE bulk_id = $1 AND ticket_id = $2', [
        ...[bulkId, id],
        ...[JSON.stringify(change.before), JSON.stringify(change.after)],
      ]);
      return warnings;
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await inTransaction((tx) => claim(tx, bulkId, id, codeOf(error)));
    return [];
  }
}

/** The field's own rule where one was broken: `validation_failed` alone says nothing about one ticket of many. */
const codeOf = (error: Refusal): string =>
  error instanceof Invalid ? (Object.values(error.fields)[0]?.[0] ?? error.code) : error.code;

/** Notes that this act has come to the ticket; false when it had before. */
async function claim(tx: Tx, bulkId: string, id: string, code: string | null): Promise<boolean> {
  const { rowCount } = await tx.query(
    'INSERT INTO bulk_change (bulk_id, ticket_id, code) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [bulkId, id, code],
  );
  return rowCount === 1;
}
