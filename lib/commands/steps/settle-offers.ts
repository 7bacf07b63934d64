import { QUEUED_OR_RINGING } from '../../db/sql/queue';
import type { Tx } from '../../db/transaction';
import type { TicketEventInput } from '../../events/catalogue';
import { getSettings } from '../../queries/get-settings';
import { ringsFor } from '../../rules/offers';
import { type Status, UNSOLVED } from '../../schemas/values';

/** Columns of a ticket on which it depends whether it may go on ringing, and whether its conversation goes on. */
const SETTLING: ReadonlySet<string> = new Set([
  'assignee_id',
  'status',
  'deleted_at',
  'spam_at',
  'snoozed_until',
  'snoozed_for_reply',
]);

interface OfferNow {
  id: string;
  ticket_id: string;
  person_id: string;
  kind: 'call' | 'chat';
  state: 'ringing' | 'accepted';
  is_over: boolean;
  may_ring: boolean;
  is_his: boolean;
  is_nobodys: boolean;
  /** It is a telephone call, which ends when somebody hangs up and not with its ticket. */
  is_spoken: boolean;
  status: Status;
}
interface Effect {
  ticketId: string;
  columns: { offer_id?: null; routing_reason?: null };
  events: TicketEventInput[];
}

/**
 * After a change of locked tickets: what rang and is no longer to be given to anybody is withdrawn, whoever took it and
 * by which way. A conversation that was accepted ends when its ticket is solved or somebody else's; solved by its agent
 * himself it is followed by his wrap-up. Returns what is still to be written on the tickets.
 */
export async function settleOffers(
  tx: Tx,
  ticketIds: readonly string[],
  change: object,
  actorId: string | null,
): Promise<Effect[]> {
  if (!Object.keys(change).some((column) => SETTLING.has(column))) return [];
  const { rows } = await tx.query<OfferNow>(
    `SELECT o.id, o.ticket_id, o.person_id, o.kind, o.state, o.ended_at IS NOT NULL AS is_over,
       ${QUEUED_OR_RINGING} AS may_ring, t.assignee_id IS NOT DISTINCT FROM o.person_id AS is_his,
       t.assignee_id IS NULL AS is_nobodys, t.status,
       EXISTS (SELECT 1 FROM call c WHERE c.offer_id = o.id) AS is_spoken
     FROM offer o JOIN ticket t ON t.id = o.ticket_id
     WHERE o.ticket_id = ANY($1::uuid[]) AND (o.ended_at IS NULL OR o.wrap_up_until > now())`,
    [ticketIds],
  );
  const effects: Effect[] = [];
  for (const offer of rows) {
    const effect = offer.state === 'ringing' ? await withdraw(tx, offer) : await follow(tx, offer, actorId);
    if (effect) effects.push({ ticketId: offer.ticket_id, columns: {}, ...effect });
  }
  return effects.map((effect) => ({
    ...effect,
    events: effect.events.map((event) => ({ ...event, actorId })),
  }));
}

type Told = Pick<Effect, 'events'> & Partial<Pick<Effect, 'columns'>>;

async function withdraw(tx: Tx, offer: OfferNow): Promise<Told | null> {
  if (offer.may_ring) return null;
  await tx.query(`UPDATE offer SET state = 'withdrawn', ended_at = now() WHERE id = $1`, [offer.id]);
  const data = { offer_id: offer.id, to: offer.person_id };
  // who took it has a reason of his own there
  const columns = { offer_id: null, ...(offer.is_nobodys ? { routing_reason: null } : {}) };
  return { columns, events: [{ type: 'offer.withdrawn', data, actorId: null }] };
}

/** Of an accepted one: its conversation goes on, has ended, or goes on after it had. */
async function follow(tx: Tx, offer: OfferNow, actorId: string | null): Promise<Told | null> {
  const { id, person_id, is_his, is_spoken, status } = offer;
  if (is_spoken) return null;
  const goesOn = is_his && (UNSOLVED as readonly string[]).includes(status);
  if (goesOn === !offer.is_over) return null;
  const data = { offer_id: id, to: person_id };
  if (goesOn) {
    await tx.query('UPDATE offer SET ended_at = NULL, wrap_up_until = NULL WHERE id = $1', [id]);
    return { events: [{ type: 'wrap_up.ended', data, actorId: null }] };
  }
  const isDone = is_his && actorId === person_id && status === 'RESOLVED';
  const seconds = isDone ? (ringsFor(await getSettings(tx), offer.kind)?.wrap_up_seconds ?? 0) : 0;
  const { rows } = await tx.query<{ until: Date | null }>(
    `UPDATE offer SET ended_at = now(),
       wrap_up_until = CASE WHEN $2 > 0 THEN clock_timestamp() + make_interval(secs => $2) END
     WHERE id = $1 RETURNING wrap_up_until AS until`,
    [id, seconds],
  );
  const until = rows[0]!.until?.toISOString();
  return until ? { events: [{ type: 'wrap_up.began', data: { ...data, until }, actorId: null }] } : null;
}
