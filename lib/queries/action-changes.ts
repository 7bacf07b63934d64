import type { TicketRow } from '../db/sql/ticket-row';
import type { Sql } from '../db/transaction';
import { snoozeEnd } from '../rules/snooze-end';
import type { CannedReplyPreviewDto } from '../schemas/canned-reply';
import type { TicketActionName, TicketActions } from '../schemas/ticket-actions';
import { PRIORITIES } from '../schemas/values';

type Change = CannedReplyPreviewDto['changes'][number];
const changed = (field: TicketActionName, was: string | null, to: string | null): Change[] =>
  was === to ? [] : [{ field, from: was, to }];

/** What acts of this person would make another value of a ticket, in names that people know; nothing for what is so already. */
export async function actionChanges(
  from: Sql,
  personId: string,
  ticket: TicketRow,
  actions: TicketActions,
): Promise<Change[]> {
  const { status, priority, topic, assigned_agent, team, snooze, follow } = actions;
  const agent = assigned_agent === 'me' ? personId : assigned_agent;
  const { rows } = await from.query<{ agent: string | null; team: string | null; follows: boolean }>(
    `SELECT (SELECT name FROM person WHERE id = $1) AS agent, (SELECT name FROM team WHERE id = $2) AS team,
       EXISTS (SELECT 1 FROM ticket_follower WHERE ticket_id = $3 AND person_id = $4) AS follows`,
    [agent ?? null, team ?? null, ticket.id, personId],
  );
  const names = rows[0]!;
  return [
    ...(status === undefined ? [] : changed('status', ticket.status, status)),
    ...(priority === undefined ? [] : changed('priority', PRIORITIES[ticket.priority]!, priority)),
    ...(topic === undefined ? [] : changed('topic', ticket.topic, topic)),
    ...(agent === undefined || agent === ticket.assignee_id
      ? []
      : changed('assigned_agent', ticket.assignee_name, names.agent)),
    ...(team === undefined || team === ticket.team_id ? [] : changed('team', ticket.team_name, names.team)),
    ...tagChanges(ticket.tags, actions),
    ...(snooze === undefined ? [] : changed('snooze', sleepOf(ticket), snoozeWord(snooze))),
    ...(follow === undefined ? [] : changed('follow', yes(names.follows), yes(follow))),
  ];
}

function tagChanges(tags: readonly string[], { add_tags = [], remove_tags = [] }: TicketActions): Change[] {
  const added = add_tags.filter((one) => !tags.includes(one)).join(', ');
  const removed = remove_tags.filter((one) => tags.includes(one)).join(', ');
  return [...changed('add_tags', null, added || null), ...changed('remove_tags', null, removed || null)];
}

const sleepOf = (ticket: TicketRow) =>
  ticket.snoozed_until?.toISOString() ?? (ticket.snoozed_for_reply ? 'reply' : null);
const snoozeWord = (snooze: NonNullable<TicketActions['snooze']>) =>
  snoozeEnd(snooze, new Date())?.toISOString() ?? 'reply';
const yes = (is: boolean) => (is ? 'yes' : 'no');
