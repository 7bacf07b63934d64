import { type CallFacts, type EventRow, TOLD_AT_ONCE } from '../events/catalogue';
import type { ReasonCode, ReasonParams } from '../rules/routing-reason';
import type { EventDto } from '../schemas/event';
import type { HeldMessageDto, MessageDto } from '../schemas/message';
import type { TicketDto } from '../schemas/ticket';
import type { Score } from '../schemas/values';
import type { Audience } from './ticket';

/** An event with the names that its line in the history shows. */
export interface EventView extends EventRow {
  actor_name: string | null;
  from_name: string | null;
  to_name: string | null;
  rating_comment: string | null;
}

/**
 * An event for one audience. Customers count by `public_seq`, and are not told why routing decided. `live` carries
 * the ticket (and message) as they are now, so that a screen needs no further request.
 */
export function presentEvent(
  event: EventView,
  audience: Audience,
  live: { ticket?: TicketDto; message?: MessageDto; held?: HeldMessageDto } = {},
): EventDto {
  const data = event.data as {
    from?: string | null;
    to?: string | null;
    reason?: string | null;
    reason_code?: ReasonCode;
    reason_params?: ReasonParams;
    fields?: string[];
    priority?: EventDto['data']['priority'];
    topic?: EventDto['data']['topic'];
    added?: string[];
    removed?: string[];
    state?: string;
    held_id?: string;
    other_number?: number;
    until?: string | null;
    at?: string | null;
    act?: EventDto['data']['act'];
    due?: boolean;
    woken_by?: string;
    cause?: EventDto['data']['cause'];
    days?: number;
    score?: Score;
    changed?: boolean;
    spared?: boolean;
    sender?: string | null;
    subject?: string;
  } & Partial<Pick<CallFacts, 'what' | 'direction' | 'number' | 'seconds'>>;
  const named =
    event.type === 'assignment.changed' || event.type === 'team.changed' || TOLD_AT_ONCE.has(event.type);
  return {
    ticket_id: event.ticket_id!,
    seq: (audience === 'staff' ? event.seq : event.public_seq)!,
    type: event.type,
    actor:
      event.actor_id && event.actor_name !== null ? { id: event.actor_id, name: event.actor_name } : null,
    created_at: event.created_at.toISOString(),
    data: {
      ...(data.from !== undefined ? { from: named ? event.from_name : data.from } : {}),
      ...(data.to !== undefined ? { to: named ? event.to_name : data.to } : {}),
      ...(data.state !== undefined ? { to: data.state } : {}),
      ...(audience === 'staff' && data.reason !== undefined ? { reason: data.reason } : {}),
      ...(audience === 'staff' && data.reason_code
        ? { reason_code: data.reason_code, reason_params: data.reason_params ?? {} }
        : {}),
      ...(data.fields ? { fields: data.fields } : {}),
      ...(audience === 'staff' && data.priority ? { priority: data.priority } : {}),
      ...(audience === 'staff' && data.topic ? { topic: data.topic } : {}),
      ...(audience === 'staff' && data.added ? { added: data.added } : {}),
      ...(audience === 'staff' && data.removed ? { removed: data.removed } : {}),
      ...(audience === 'staff' && data.held_id ? { held_id: data.held_id } : {}),
      ...(audience === 'staff' ? lifecycle(data) : {}),
      ...(audience === 'staff' && data.subject !== undefined
        ? { sender: data.sender ?? null, subject: data.subject }
        : {}),
      ...(audience === 'staff' && data.what !== undefined
        ? { what: data.what, direction: data.direction, number: data.number, seconds: data.seconds }
        : {}),
      ...(data.spared !== undefined ? { spared: data.spared } : {}),
      ...(data.score !== undefined
        ? { score: data.score, comment: event.rating_comment, changed: data.changed === true }
        : {}),
      ...live,
    },
  };
}

/** Of snooze, promise, merge, split and closing without an answer: for staff alone. */
function lifecycle(data: {
  other_number?: number;
  until?: string | null;
  at?: string | null;
  act?: EventDto['data']['act'];
  due?: boolean;
  woken_by?: string;
  cause?: EventDto['data']['cause'];
  days?: number;
}): Partial<EventDto['data']> {
  return {
    ...(data.other_number !== undefined ? { other: data.other_number } : {}),
    ...(data.until !== undefined ? { until: data.until } : {}),
    ...(data.at !== undefined ? { until: data.at, act: data.act ?? null } : {}),
    ...(data.due ? { is_due: true } : {}),
    ...(data.woken_by ? { woken_by: data.woken_by } : {}),
    ...(data.cause ? { cause: data.cause } : {}),
    ...(data.days !== undefined ? { days: data.days } : {}),
  };
}
