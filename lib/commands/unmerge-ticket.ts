import type { TicketColumns, TicketRow } from '../db/sql/ticket-row';
import type { Tx } from '../db/transaction';
import { Conflict } from '../errors';
import type { TicketEventInput } from '../events/catalogue';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import { survivorOf } from '../queries/survivor-of';
import type { Actor } from '../rules/permissions';
import type { TicketDto } from '../schemas/ticket';
import { type Brought, takeAlong } from './steps/bring-along';
import { lockBoth } from './steps/lock-both';
import { type Attempt, once } from './steps/once';
import { moveMessages, readAgain, threadFacts } from './steps/thread-facts';
import { writeTicket } from './steps/write-ticket';

type Before = Pick<
  TicketColumns,
  | 'status'
  | 'waiting_since'
  | 'closed_at'
  | 'resolved_at'
  | 'is_held'
  | 'snoozed_until'
  | 'snoozed_for_reply'
  | 'promise_at'
  | 'promise_act'
  | 'promise_by'
  | 'promise_due'
>;

interface Merge extends Brought {
  id: string;
  messages: string[];
  source_before: Before;
  target_before: { priority: number };
  is_late: boolean;
}

/**
 * Takes a merge back, up to 30 days after it: the messages that went over return, and the ticket is what it was. What
 * was written since stays where it was written.
 *
 * @returns the ticket that is one of its own again.
 * @throws Conflict `not_merged`, `too_late`.
 */
export function unmergeTicket(actor: Actor, ref: string, attempt?: Attempt): Promise<TicketDto> {
  return once(actor, attempt, async (tx) => {
    const found = await accessTicket(tx, actor, ref, 'ticket.merge');
    if (!found.merged_into) throw new Conflict('not_merged', 'This ticket is not merged.');
    const { one: source, other: target } = await lockBoth(
      tx,
      actor,
      found.id,
      await survivorOf(tx, found.id),
    );
    const { rows } = await tx.query<Merge>(
      `SELECT id, messages, participants, tags, followers, source_before, target_before,
              created_at < now() - interval '30 days' AS is_late
       FROM ticket_merge WHERE source_id = $1 AND undone_at IS NULL`,
      [source.id],
    );
    const merge = rows[0];
    // somebody else took it back while this one waited for the lock
    if (!merge) throw new Conflict('not_merged', 'This ticket is not merged.');
    if (merge.is_late) throw new Conflict('too_late', 'A merge can be taken back for 30 days.');
    await moveMessages(tx, merge.messages, target.id, source.id);
    await restoreSource(tx, actor, source, target, merge);
    await shortenTarget(tx, actor, source, target, merge);
    await tx.query('UPDATE ticket_merge SET undone_at = now() WHERE id = $1', [merge.id]);
    await readAgain(tx, [source.id, target.id]);
    return presentTicket((await loadTicket(tx, source.id))!, audienceOf(actor.role));
  });
}

async function restoreSource(
  tx: Tx,
  actor: Actor,
  source: TicketRow,
  target: TicketRow,
  { source_before: before }: Merge,
): Promise<void> {
  const { waiting_since: _afresh, ...last } = await threadFacts(tx, source.id);
  const holder = await holderNow(tx, source);
  const isOrphan = source.assignee_id !== null && holder === null && before.status !== 'RESOLVED';
  const to = isOrphan ? 'OPEN' : before.status;
  const events: TicketEventInput[] = [
    {
      type: 'ticket.unmerged',
      data: { other_id: target.id, other_number: target.number },
      actorId: actor.id,
    },
  ];
  if (isOrphan)
    events.push({
      type: 'assignment.changed',
      data: { from: source.assignee_id, to: null },
      actorId: actor.id,
    });
  events.push({
    type: 'status.changed',
    data: { from: source.status, to, by_hand: false },
    actorId: actor.id,
  });
  await writeTicket(
    tx,
    source.id,
    {
      ...before,
      ...last,
      status: to,
      merged_into: null,
      ...(isOrphan ? { assignee_id: null, assigned_at: null } : {}),
    },
    events,
  );
}

/** Who held it, when he still works here. */
async function holderNow(tx: Tx, source: TicketRow): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT id FROM person WHERE id = $1 AND disabled_at IS NULL AND role <> 'customer'`,
    [source.assignee_id],
  );
  return rows[0]?.id ?? null;
}

async function shortenTarget(
  tx: Tx,
  actor: Actor,
  source: TicketRow,
  target: TicketRow,
  { target_before: before, ...brought }: Merge,
): Promise<void> {
  const { waiting_since, ...last } = await threadFacts(tx, target.id);
  // raised by the merge, and by nobody since
  const isRaised = target.priority === source.priority && target.priority > before.priority;
  await takeAlong(tx, target.id, brought);
  const removed = target.tags.filter((one) => brought.tags.includes(one));
  await writeTicket(
    tx,
    target.id,
    {
      ...last,
      ...(target.waiting_since === null ? {} : { waiting_since }),
      ...(isRaised ? { priority: before.priority } : {}),
      tags: target.tags.filter((one) => !removed.includes(one)),
    },
    [
      {
        type: 'ticket.parted',
        data: { other_id: source.id, other_number: source.number },
        actorId: actor.id,
      },
      ...(removed.length > 0
        ? [{ type: 'tags.changed' as const, data: { added: [], removed }, actorId: actor.id }]
        : []),
    ],
  );
}
