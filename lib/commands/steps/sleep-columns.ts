import type { TicketColumns } from '../../db/sql/ticket-row';
import type { TicketEventInput } from '../../events/catalogue';
import { isAsleep } from '../../presenters/ticket';

type Sleep = Pick<TicketColumns, 'snoozed_until' | 'snoozed_for_reply' | 'woken_from'>;

export const AWAKE: Sleep = { snoozed_until: null, snoozed_for_reply: false, woken_from: null };

type Woken = 'time' | 'reply' | 'hand' | 'end';

/**
 * What wakes a ticket, as its columns and events; nothing when it is awake. An answer leaves the time behind that it
 * slept to, for "snooze again to the same time".
 */
export function wake(
  ticket: Sleep,
  by: Woken,
  actorId: string | null,
): { columns: Partial<Sleep>; events: TicketEventInput[] } {
  if (!isAsleep(ticket)) return { columns: {}, events: [] };
  const woken_from = by === 'reply' ? ticket.snoozed_until : null;
  const data = { until: null, for_reply: false, woken_by: by };
  return { columns: { ...AWAKE, woken_from }, events: [{ type: 'snooze.changed', data, actorId }] };
}

type Promised = Pick<TicketColumns, 'promise_at' | 'promise_act' | 'promise_by' | 'promise_due'>;

export const UNPROMISED: Promised = {
  promise_at: null,
  promise_act: null,
  promise_by: null,
  promise_due: false,
};

/** What ends a promise, as its columns and events; nothing when there is none. */
export function unpromise(
  ticket: Promised,
  actorId: string | null,
): { columns: Partial<Promised>; events: TicketEventInput[] } {
  if (ticket.promise_at === null) return { columns: {}, events: [] };
  const data = { at: null, act: null };
  return { columns: UNPROMISED, events: [{ type: 'promise.changed', data, actorId }] };
}
