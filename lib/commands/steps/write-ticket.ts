import { newId } from '../../clock';
import type { TicketColumns } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { type EventRow, QUIET, STAFF_ONLY, type TicketEventInput } from '../../events/catalogue';
import { wakeRelay } from '../../events/wake';
import { currentRequestId } from '../../request-context';
import type { Reason } from '../../rules/routing-reason';
import { settleOffers } from './settle-offers';

type Change = Partial<
  Omit<
    TicketColumns,
    | 'id'
    | 'number'
    | 'version'
    | 'last_seq'
    | 'last_public_seq'
    | 'created_at'
    | 'updated_at'
    | 'routing_reason'
  >
> & { routing_reason?: Reason | null };

/**
 * The one way a ticket changes: new values and their events in one statement, under the row lock that the caller
 * holds. Numbers each event for staff and, unless it is staff-only, for the customer. A change of what people edit
 * raises `version`; messages do not, nor what is staff's alone, since customers are told the version.
 *
 * Returns the events as recorded, in order. Throws when the row is gone (the caller locked it, so it is not).
 */
export const writeTicket = (
  tx: Tx,
  ticketId: string,
  change: Change,
  events: readonly TicketEventInput[],
  { at = null }: { at?: Date | null } = {},
): Promise<EventRow[]> => writeTickets(tx, [{ id: ticketId, events }], change, { at });

/** The same change to many tickets, all locked, in one statement. Each has events of the same types. */
export async function writeTickets(
  tx: Tx,
  tickets: readonly { id: string; events: readonly TicketEventInput[] }[],
  change: Change,
  { at = null }: { at?: Date | null } = {},
): Promise<EventRow[]> {
  const first = tickets[0];
  if (!first) return [];
  const flags = first.events.map((event) => event.staffOnly !== true && !STAFF_ONLY.has(event.type));
  const publicCount = flags.filter(Boolean).length;
  const active = first.events.some((event) => !QUIET.has(event.type));
  const edits = first.events.some((event) => event.type !== 'message.created' && !STAFF_ONLY.has(event.type));
  const ids = tickets.map(({ id }) => id);
  const recordedEvents = tickets.flatMap(({ id, events }) => recorded(id, events, flags));
  const values: unknown[] = [ids, at, currentRequestId(), JSON.stringify(recordedEvents)];
  const sets = Object.entries(change).map(([column, value]) => {
    values.push(column === 'routing_reason' && value !== null ? JSON.stringify(value) : value);
    return `${column} = $${values.length}`;
  });
  const { rows } = await tx.query<EventRow>(
    `WITH t AS (
       UPDATE ticket SET ${[
         ...sets,
         `last_seq = last_seq + ${flags.length}`,
         `last_public_seq = last_public_seq + ${publicCount}`,
         ...(edits ? ['version = version + 1'] : []),
         ...(active ? ['updated_at = coalesce($2, now())'] : []),
         ...(active && publicCount > 0 ? ['public_updated_at = coalesce($2, now())'] : []),
       ].join(', ')}
       WHERE id = ANY($1::uuid[]) RETURNING id, last_seq, last_public_seq
     )
     INSERT INTO event (id, ticket_id, type, seq, public_seq, actor_id, data, request_id, created_at)
     SELECT e.id, e.ticket_id, e.type, t.last_seq - ${flags.length} + e.n,
            CASE WHEN e.public_n IS NULL THEN NULL ELSE t.last_public_seq - ${publicCount} + e.public_n END,
            e.actor_id, e.data, $3, coalesce($2::timestamptz, now())
     FROM jsonb_to_recordset($4::jsonb)
       AS e (id uuid, ticket_id uuid, n int, public_n int, type text, actor_id uuid, data jsonb)
     JOIN t ON t.id = e.ticket_id
     ORDER BY e.id RETURNING *`,
    values,
  );
  tx.afterCommit(wakeRelay);
  for (const settled of await settleOffers(tx, ids, change, first.events[0]?.actorId ?? null))
    await writeTicket(tx, settled.ticketId, settled.columns, settled.events);
  return rows;
}

function recorded(ticketId: string, events: readonly TicketEventInput[], isPublic: readonly boolean[]) {
  let publicNumber = 0;
  return events.map((event, index) => ({
    id: newId(),
    ticket_id: ticketId,
    n: index + 1,
    public_n: isPublic[index] ? ++publicNumber : null,
    type: event.type,
    actor_id: event.actorId,
    data: event.data,
  }));
}
