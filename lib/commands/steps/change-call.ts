import type { CallRow } from '../../db/sql/call-row';
import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import type { CallFacts, TicketEventInput } from '../../events/catalogue';
import { loadTicket } from '../../queries/access-ticket';
import { getSettings } from '../../queries/get-settings';
import { type CallHappening, type CallState, nextCallState, secondsBetween } from '../../rules/call-states';
import { CALLER_RINGS } from '../../rules/offers';
import { statusAfterStaffReply } from '../../rules/status';
import { PRIORITIES } from '../../schemas/values';
import { endLegs } from './call-legs';
import { statusColumns } from './status-columns';
import { writeTicket } from './write-ticket';

type Locked = CallRow & { ticket_id: string };
interface Effect {
  columns?: Parameters<typeof writeTicket>[2];
  events: TicketEventInput[];
}

/** A missed caller waits to be called back, and not behind everybody else. */
const CALL_BACK = PRIORITIES.indexOf('HIGH');

/**
 * What happened to a locked call of a ticket, as the rule table has it: its state, its ticket, who rang or spoke, and a
 * line of history, all at once. What means nothing in its state changes nothing.
 *
 * @returns the call as it is now.
 */
export async function changeCall(tx: Tx, call: Locked, happening: CallHappening): Promise<Locked> {
  if (call.ended_at && happening !== 'recorded') return call;
  const state = nextCallState(call.state, happening);
  if (state === null || (state === call.state && happening === 'recorded')) return call;
  const now = await writeState(tx, call, state, happening);
  const ticket = (await loadTicket(tx, call.ticket_id))!;
  const { columns = {}, events } = await effectOf(tx, { before: call, now }, happening, ticket);
  await writeTicket(tx, call.ticket_id, columns, events);
  return now;
}

async function writeState(tx: Tx, call: Locked, state: CallState, happening: CallHappening): Promise<Locked> {
  const isOver = happening === 'gone' || happening === 'silent';
  if (isOver) await endLegs(tx, call.id);
  const { rows } = await tx.query<Locked>(
    `UPDATE call SET state = $2, heard_at = now(),
       answered_at = CASE WHEN $2 = 'answered' THEN coalesce(answered_at, now()) ELSE answered_at END,
       held_at = CASE WHEN $2 = 'held' THEN now() END,
       ended_at = CASE WHEN $3 THEN now() ELSE ended_at END
     WHERE id = $1 RETURNING *`,
    [call.id, state, isOver],
  );
  return rows[0]!;
}

async function effectOf(
  tx: Tx,
  { before, now }: { before: Locked; now: Locked },
  happening: CallHappening,
  ticket: TicketRow,
): Promise<Effect> {
  const told = (what: CallFacts['what'], more: Partial<CallFacts> = {}) => callEvent(now, what, more);
  switch (happening) {
    case 'joined':
      if (before.state === 'held') return { events: [told('resumed')] };
      return begun(ticket, [told('answered')]);
    case 'held':
      return { events: [told('held')] };
    case 'recorded':
      return { events: [told('recorded')] };
    case 'recording':
      return withdrawn(tx, ticket, [told('voicemail')]);
    default:
      return over(tx, now, ticket, told);
  }
}

/** To speak with somebody is to answer him. */
function begun(ticket: TicketRow, events: TicketEventInput[]): Effect {
  const at = new Date();
  const to = statusAfterStaffReply(ticket.status);
  const columns = {
    ...(ticket.assignee_id ? statusColumns(ticket.status, to, at) : {}),
    waiting_since: null,
    first_reply_at: ticket.first_reply_at ?? at,
  };
  if (ticket.assignee_id && to !== ticket.status)
    events.push({
      type: 'status.changed',
      data: { from: ticket.status, to, by_hand: false },
      actorId: ticket.assignee_id,
    });
  return { columns, events };
}

async function over(
  tx: Tx,
  call: Locked,
  ticket: TicketRow,
  told: (what: CallFacts['what'], more?: Partial<CallFacts>) => TicketEventInput,
): Promise<Effect> {
  const wrapUp = await endTalk(tx, call);
  if (call.state === 'ended') {
    const seconds = secondsBetween(call.answered_at ?? call.started_at, call.ended_at!);
    return { events: [told('ended', { seconds }), ...wrapUp] };
  }
  if (call.direction === 'out') return { events: [told('unanswered'), ...wrapUp] };
  const what = call.state === 'missed' ? 'missed' : 'left';
  const { columns, events } = await withdrawn(tx, ticket, [told(what), ...wrapUp]);
  const raised = raise(ticket);
  return { columns: { ...columns, ...raised.columns }, events: [...events, ...raised.events] };
}

function raise({ priority }: TicketRow): Required<Effect> {
  if (priority >= CALL_BACK) return { columns: {}, events: [] };
  const change: ['LOW' | 'MEDIUM', 'HIGH'] = [priority === 0 ? 'LOW' : 'MEDIUM', 'HIGH'];
  return {
    columns: { priority: CALL_BACK },
    events: [{ type: 'ticket.updated', data: { fields: ['priority'], priority: change }, actorId: null }],
  };
}

/** Nothing rings any more: nobody is on the line who waits for that. */
async function withdrawn(tx: Tx, ticket: TicketRow, events: TicketEventInput[]): Promise<Required<Effect>> {
  const { rows } = await tx.query<{ id: string; person_id: string }>(
    `UPDATE offer SET state = 'withdrawn', ended_at = now() WHERE ticket_id = $1 AND state = 'ringing'
     RETURNING id, person_id`,
    [ticket.id],
  );
  const [offer] = rows;
  if (!offer) return { columns: {}, events };
  const data = { offer_id: offer.id, to: offer.person_id };
  return {
    columns: { offer_id: null, routing_reason: null },
    events: [...events, { type: 'offer.withdrawn', data, actorId: null }],
  };
}

/** The agent's place is free, or stays taken while he writes down what was said. */
async function endTalk(tx: Tx, { offer_id, state }: Locked): Promise<TicketEventInput[]> {
  if (!offer_id) return [];
  const { offers } = await getSettings(tx);
  const seconds = state === 'ended' ? (offers.call ?? CALLER_RINGS).wrap_up_seconds : 0;
  const { rows } = await tx.query<{ person_id: string; until: Date | null }>(
    `UPDATE offer SET ended_at = now(),
       wrap_up_until = CASE WHEN $2 > 0 THEN clock_timestamp() + make_interval(secs => $2) END
     WHERE id = $1 AND state = 'accepted' AND ended_at IS NULL RETURNING person_id, wrap_up_until AS until`,
    [offer_id, seconds],
  );
  const [ended] = rows;
  if (!ended?.until) return [];
  const data = { offer_id, to: ended.person_id, until: ended.until.toISOString() };
  return [{ type: 'wrap_up.began', data, actorId: null }];
}

/** A line of history about a call; the windows of its agent hear of it at once. */
export const callEvent = (
  call: Pick<CallRow, 'id' | 'direction' | 'customer_number' | 'agent_id'>,
  what: CallFacts['what'],
  more: Partial<CallFacts> & { actorId?: string | null } = {},
): TicketEventInput => {
  const { actorId = null, ...facts } = more;
  return {
    type: 'call.changed',
    data: {
      ...{ call_id: call.id, what, direction: call.direction, number: call.customer_number },
      ...{ to: call.agent_id, ...facts },
    },
    actorId,
  };
};
