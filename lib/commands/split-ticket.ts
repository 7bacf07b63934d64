import { newId } from '../clock';
import type { TicketRow } from '../db/sql/ticket-row';
import type { Tx } from '../db/transaction';
import { Conflict, Invalid } from '../errors';
import type { TicketEventInput } from '../events/catalogue';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import { firstSentence } from '../rules/first-sentence';
import type { Actor } from '../rules/permissions';
import type { SplitInput } from '../schemas/lifecycle';
import type { TicketDto } from '../schemas/ticket';
import { type Attempt, once } from './steps/once';
import { moveMessages, readAgain, threadFacts } from './steps/thread-facts';
import { writeTicket } from './steps/write-ticket';

interface Chosen {
  id: string;
  is_internal: boolean;
  body: string;
}

/**
 * Begins a ticket with chosen messages of another one (product 2.17), moved or copied. It is of the same customer, with
 * the same people in charge, and both name each other. Nobody is mailed: nothing new was said.
 *
 * @returns the new ticket.
 * @throws Invalid `messages`: `unknown_message`, `needs_public` (a ticket begins with a public message), `first_message`
 *   (what began a ticket can be copied, not moved); Conflict `not_open` for a closed one.
 */
export function splitTicket(
  actor: Actor,
  ref: string,
  input: SplitInput,
  attempt?: Attempt,
): Promise<TicketDto> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.merge', { lock: true });
    if (ticket.merged_into || ticket.status === 'CLOSED')
      throw new Conflict('ticket_closed', 'A closed ticket cannot be split.');
    const chosen = await chosenMessages(tx, ticket, input);
    const id = newId();
    await insertPart(
      tx,
      id,
      ticket,
      input.subject?.trim() ?? firstSentence(firstPublic(chosen).body),
      chosen,
    );
    const ids = chosen.map((message) => message.id);
    const copied = input.mode === 'copy';
    if (copied) await copyMessages(tx, ids, ticket.id, id);
    else await moveMessages(tx, ids, ticket.id, id);
    const number = await beginPart(tx, actor, id, ticket);
    const { waiting_since, ...last } = await threadFacts(tx, ticket.id);
    const columns = copied ? {} : { ...last, ...(ticket.waiting_since ? { waiting_since } : {}) };
    const data = { other_id: id, other_number: number, copied };
    await writeTicket(tx, ticket.id, columns, [{ type: 'ticket.split', data, actorId: actor.id }]);
    await readAgain(tx, [ticket.id]);
    return presentTicket((await loadTicket(tx, id))!, audienceOf(actor.role));
  });
}

const firstPublic = (chosen: readonly Chosen[]): Chosen => chosen.find((message) => !message.is_internal)!;

async function chosenMessages(tx: Tx, ticket: TicketRow, { messages, mode }: SplitInput): Promise<Chosen[]> {
  const { rows } = await tx.query<Chosen>(
    `SELECT id, is_internal, body FROM message WHERE ticket_id = $1 AND id = ANY($2::uuid[]) ORDER BY created_at, id`,
    [ticket.id, messages],
  );
  const rule =
    rows.length !== new Set(messages).size
      ? 'unknown_message'
      : rows.every((message) => message.is_internal)
        ? 'needs_public'
        : mode === 'move' && messages.includes(ticket.first_message_id)
          ? 'first_message'
          : null;
  if (rule) throw new Invalid({ messages: [rule] });
  return rows;
}

/** The ticket without its events. Its conversation's columns are set once the messages are there. */
async function insertPart(
  tx: Tx,
  id: string,
  ticket: TicketRow,
  subject: string,
  chosen: readonly Chosen[],
): Promise<void> {
  const first = firstPublic(chosen).id;
  await tx.query(
    `INSERT INTO ticket (id, subject, status, priority, channel, topic, team_id, languages, customer_id, assignee_id,
                         assigned_at, split_from, is_demo, first_message_id, last_message_id, last_public_message_id)
     SELECT $2, $3, CASE WHEN assignee_id IS NULL THEN 'OPEN' ELSE 'ASSIGNED' END, priority, channel, topic, team_id,
            languages, customer_id, assignee_id, CASE WHEN assignee_id IS NULL THEN NULL ELSE now() END, id, is_demo,
            $4, $4, $4
     FROM ticket WHERE id = $1`,
    [ticket.id, id, subject, first],
  );
}

/** Under ids of their own, at their own times, with files of their own rows that name what is stored once. */
async function copyMessages(tx: Tx, ids: readonly string[], from: string, to: string): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    'SELECT id FROM message WHERE ticket_id = $2 AND id = ANY($1::uuid[]) ORDER BY created_at, id',
    [ids, from],
  );
  const pairs = rows.map(({ id }) => ({ was: id, is: newId() }));
  await tx.query(
    `INSERT INTO message (id, ticket_id, author_id, is_internal, origin, body, format, html, created_at,
                          origin_ticket_id, edited_at, removed_at, removed_by)
     SELECT c.is, $3, author_id, is_internal, origin, body, format, html, created_at,
            coalesce(origin_ticket_id, $2), edited_at, removed_at, removed_by
     FROM jsonb_to_recordset($1::jsonb) AS c (was uuid, "is" uuid) JOIN message m ON m.id = c.was`,
    [JSON.stringify(pairs), from, to],
  );
  // the new one's rows hold the stored file from here on, whatever becomes of those it was copied from
  await tx.query(
    `INSERT INTO attachment (id, message_id, name, media_type, size, storage_key, created_at, uploaded_by, position, stored_at)
     SELECT make_uuid_v7(), c.is, name, media_type, size, storage_key, created_at, uploaded_by, position, stored_at
     FROM jsonb_to_recordset($1::jsonb) AS c (was uuid, "is" uuid) JOIN attachment a ON a.message_id = c.was`,
    [JSON.stringify(pairs)],
  );
  await tx.query(
    `UPDATE ticket SET first_message_id = c.is
     FROM jsonb_to_recordset($1::jsonb) AS c (was uuid, "is" uuid) WHERE id = $2 AND first_message_id = c.was`,
    [JSON.stringify(pairs), to],
  );
}

/** @returns the number of the new ticket. */
async function beginPart(tx: Tx, actor: Actor, id: string, ticket: TicketRow): Promise<number> {
  const facts = await threadFacts(tx, id);
  const part = (await loadTicket(tx, id))!;
  const other = { other_id: ticket.id, other_number: ticket.number };
  const events: TicketEventInput[] = [
    {
      type: 'ticket.created',
      data: { message_id: part.first_message_id, ...other },
      actorId: actor.id,
    },
  ];
  if (part.assignee_id !== null) {
    const data = { from: null, to: part.assignee_id };
    events.push(
      { type: 'assignment.changed', data, actorId: actor.id },
      { type: 'status.changed', data: { from: 'OPEN', to: 'ASSIGNED', by_hand: false }, actorId: actor.id },
    );
  }
  await writeTicket(tx, id, { ...facts, waiting_since: facts.waiting_since ?? null }, events);
  return part.number;
}
