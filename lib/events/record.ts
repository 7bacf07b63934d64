import { newId } from '../clock';
import type { Tx } from '../db/transaction';
import { currentRequestId } from '../request-context';
import type { EventRow, GeneralEventData, GeneralEventType } from './catalogue';
import { wakeRelay } from './wake';

/** Records an event that belongs to no ticket, in the command's transaction, and wakes the relay after commit. */
export async function recordEvent<T extends GeneralEventType>(
  tx: Tx,
  type: T,
  data: GeneralEventData[T],
  actorId: string | null = null,
): Promise<EventRow> {
  const { rows } = await tx.query<EventRow>(
    `INSERT INTO event (id, type, actor_id, data, request_id) VALUES ($1, $2, $3, $4, $5) RETURNING *`,
    [newId(), type, actorId, JSON.stringify(data), currentRequestId()],
  );
  tx.afterCommit(wakeRelay);
  return rows[0]!;
}
