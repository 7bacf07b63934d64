import { newId } from '../clock';
import type { TicketRow } from '../db/sql/ticket-row';
import type { Tx } from '../db/transaction';
import { Conflict, Invalid } from '../errors';
import type { TicketEventInput } from '../events/catalogue';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { loadTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';
import type { MergeInput } from '../schemas/lifecycle';
import type { TicketDto } from '../schemas/ticket';
import { type Brought, bringAlong } from './steps/bring-along';
import { lockBoth } from './steps/lock-both';
import { type Attempt, once } from './steps/once';
import { AWAKE, UNPROMISED, wake } from './steps/sleep-columns';
import { moveMessages, readAgain, threadFacts } from './steps/thread-facts';
import { writeTicket } from './steps/write-ticket';

/**
 * Merges a ticket into another (product 2.17): its messages go over with their origin kept, it closes and leaves all
 * lists, and what comes to it later goes to the other. What it was is kept for `unmergeTicket`.
 *
 * @returns the ticket that goes on.
 * @throws Invalid `self`; Conflict `already_merged`, `target_merged` with `merged_into`, `ticket_closed`,
 *   `different_customers` with the names of both until it is confirmed.
 */
export function mergeTickets(
  actor: Actor,
  ref: string,
  { into, confirm_customers, add_cc }: MergeInput,
  attempt?: Attempt,
): Promise<TicketDto> {
  return once(actor, attempt, async (tx) => {
    const { one: source, other: target } = await lockBoth(tx, actor, ref, into);
    refuse(source, target);
    if (source.customer_id !== target.customer_id && !confirm_customers)
      throw differentCustomers(source, target);
    const { rows } = await tx.query<{ id: string }>('SELECT id FROM message WHERE ticket_id = $1', [
      source.id,
    ]);
    const messages = await moveMessages(
      tx,
      rows.map(({ id }) => id),
      source.id,
      target.id,
    );
    const brought = await bringAlong(tx, actor, source, target, add_cc);
    await keepSnapshot(tx, actor, source, target, messages, brought);
    await closeSource(tx, actor, source, target);
    await extendTarget(tx, actor, source, target, brought.tags);
    await readAgain(tx, [source.id, target.id]);
    return presentTicket((await loadTicket(tx, target.id))!, audienceOf(actor.role));
  });
}

function refuse(source: TicketRow, target: TicketRow): void {
  if (source.id === target.id) throw new Invalid({ into: ['self'] });
  if (source.merged_into)
    throw new Conflict('already_merged', 'This ticket was merged before.', mergedInto(source));
  // what is merged itself is no end of a chain, so none can become a circle
  if (target.merged_into)
    throw new Conflict('target_merged', 'The other ticket was merged itself.', mergedInto(target));
  if (source.status === 'CLOSED' || target.status === 'CLOSED')
    throw new Conflict('ticket_closed', 'A closed ticket cannot be merged.');
  if (source.deleted_at || target.deleted_at)
    throw new Conflict('in_trash', 'A ticket in the trash cannot be merged.');
}

const mergedInto = (ticket: TicketRow) => ({
  merged_into: { id: ticket.merged_into, number: ticket.merged_number },
});

/** Names who would read what: the target's customer all public messages of the source. */
function differentCustomers(source: TicketRow, target: TicketRow): Conflict {
  const message = `${target.customer_name} would see what ${source.customer_name} wrote, and what was answered.`;
  return new Conflict('different_customers', message, {
    source_customer: { id: source.customer_id, name: source.customer_name, email: source.customer_email },
    target_customer: { id: target.customer_id, name: target.customer_name, email: target.customer_email },
  });
}

/** The columns of the source that merging changes, and those of the target. */
async function keepSnapshot(
  tx: Tx,
  actor: Actor,
  source: TicketRow,
  target: TicketRow,
  messages: readonly string[],
  { participants, tags, followers }: Brought,
): Promise<void> {
  const { status, waiting_since, closed_at, resolved_at, is_held } = source;
  const { snoozed_until, snoozed_for_reply, promise_at, promise_act, promise_by, promise_due } = source;
  const before = { status, waiting_since, closed_at, resolved_at, is_held };
  const later = { snoozed_until, snoozed_for_reply, promise_at, promise_act, promise_by, promise_due };
  await tx.query(
    `INSERT INTO ticket_merge (id, source_id, target_id, merged_by, messages, participants, tags, followers,
                               source_before, target_before)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      newId(),
      source.id,
      target.id,
      actor.id,
      messages,
      participants,
      tags,
      followers,
      JSON.stringify({ ...before, ...later }),
      JSON.stringify({ priority: target.priority }),
    ],
  );
}

async function closeSource(tx: Tx, actor: Actor, source: TicketRow, target: TicketRow): Promise<void> {
  const other = { other_id: target.id, other_number: target.number };
  await writeTicket(
    tx,
    source.id,
    {
      ...{ merged_into: target.id, status: 'CLOSED', closed_at: new Date(), waiting_since: null },
      ...AWAKE,
      ...UNPROMISED,
    },
    [
      { type: 'ticket.merged', data: other, actorId: actor.id },
      {
        type: 'status.changed',
        data: { from: source.status, to: 'CLOSED', by_hand: false },
        actorId: actor.id,
      },
    ],
  );
}

/** The higher priority, the longer wait, the tags of both; work that was solved comes back when the other was not. */
async function extendTarget(
  tx: Tx,
  actor: Actor,
  source: TicketRow,
  target: TicketRow,
  tags: readonly string[],
): Promise<void> {
  const { waiting_since: _afresh, ...last } = await threadFacts(tx, target.id);
  const waits = [source.waiting_since, target.waiting_since].flatMap((at) => at ?? []);
  const reopens = target.status === 'RESOLVED' && source.waiting_since !== null;
  const to = target.assignee_id === null ? ('OPEN' as const) : ('IN_PROGRESS' as const);
  const events: TicketEventInput[] = [
    {
      type: 'ticket.absorbed',
      data: { other_id: source.id, other_number: source.number },
      actorId: actor.id,
    },
  ];
  if (reopens)
    events.push({
      type: 'status.changed',
      data: { from: target.status, to, by_hand: false },
      actorId: actor.id,
    });
  if (tags.length > 0)
    events.push({ type: 'tags.changed', data: { added: [...tags], removed: [] }, actorId: actor.id });
  const woken = source.waiting_since ? wake(target, 'reply', null) : { columns: {}, events: [] };
  await writeTicket(
    tx,
    target.id,
    {
      ...last,
      priority: Math.max(source.priority, target.priority),
      tags: [...target.tags, ...tags].sort(),
      waiting_since: waits.length > 0 ? new Date(Math.min(...waits.map(Number))) : null,
      ...(reopens ? { status: to, resolved_at: null, thanked_at: null } : {}),
      ...woken.columns,
    },
    [...events, ...woken.events],
  );
}
