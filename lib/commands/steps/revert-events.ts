import type { TicketRow } from '../../db/sql/ticket-row';
import type { TicketEventInput } from '../../events/catalogue';
import type { UndoableColumns } from './bulk-columns';
import { updatedEvent } from './updated-event';

/** What the history says of a ticket that gets values back which it had: the events of the same changes by hand. */
export function revertEvents(
  now: TicketRow,
  before: Partial<UndoableColumns>,
  actorId: string,
): TicketEventInput[] {
  const was = { ...now, ...before };
  const has = (...names: (keyof UndoableColumns)[]) => names.some((name) => name in before);
  const at = (time: unknown) => (time === null ? null : new Date(time as string).toISOString());
  const events: TicketEventInput[] = [];
  if (has('assignee_id'))
    events.push({
      type: 'assignment.changed',
      data: { from: now.assignee_id, to: was.assignee_id },
      actorId,
    });
  if (has('team_id'))
    events.push({ type: 'team.changed', data: { from: now.team_id, to: was.team_id }, actorId });
  if (has('status'))
    events.push({
      type: 'status.changed',
      data: { from: now.status, to: was.status, by_hand: true },
      actorId,
    });
  const fields = (['priority', 'topic'] as const).filter((column) => has(column));
  if (fields.length > 0) events.push(updatedEvent(fields, now, was, actorId));
  if (has('tags')) events.push({ type: 'tags.changed', data: tagsBetween(now.tags, was.tags), actorId });
  if (has('snoozed_until', 'snoozed_for_reply')) {
    const isAwake = was.snoozed_until === null && !was.snoozed_for_reply;
    const data = { until: at(was.snoozed_until), for_reply: was.snoozed_for_reply };
    events.push({
      type: 'snooze.changed',
      data: isAwake ? { ...data, woken_by: 'hand' } : data,
      actorId,
    });
  }
  if (has('promise_at', 'promise_act'))
    events.push({ type: 'promise.changed', data: { at: at(was.promise_at), act: was.promise_act }, actorId });
  return events;
}

const tagsBetween = (now: readonly string[], was: readonly string[]) => ({
  added: was.filter((one) => !now.includes(one)),
  removed: now.filter((one) => !was.includes(one)),
});
