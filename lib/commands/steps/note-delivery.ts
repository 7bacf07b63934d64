import { messengerState } from '../../db/sql/messenger-state';
import type { Tx } from '../../db/transaction';
import { writeTicket } from './write-ticket';

/**
 * Changes what is known of messages that leave by Messenger; where that is another state of a message than before, open
 * screens are told.
 */
export async function noteDelivery<T>(
  tx: Tx,
  messageIds: readonly string[],
  change: () => Promise<T>,
): Promise<T> {
  // the tickets first, as everywhere, and in one order
  await tx.query(
    `SELECT 1 FROM ticket WHERE id IN (SELECT ticket_id FROM message WHERE id = ANY($1::uuid[]))
     ORDER BY id FOR NO KEY UPDATE`,
    [messageIds],
  );
  const before = await statesOf(tx, messageIds);
  const result = await change();
  for (const { id, ticket_id, state } of await statesOf(tx, messageIds)) {
    if (state === null || before.some((one) => one.id === id && one.state === state)) continue;
    const data = { message_id: id, state };
    await writeTicket(tx, ticket_id, {}, [{ type: 'delivery.changed', data, actorId: null }]);
  }
  return result;
}

async function statesOf(tx: Tx, messageIds: readonly string[]) {
  const { rows } = await tx.query<{ id: string; ticket_id: string; state: string | null }>(
    `SELECT m.id, m.ticket_id, ${messengerState('m.id')} AS state FROM message m WHERE m.id = ANY($1::uuid[])
     ORDER BY m.created_at, m.id`,
    [messageIds],
  );
  return rows;
}
