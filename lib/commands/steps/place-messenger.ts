import { newId } from '../../clock';
import type { Tx } from '../../db/transaction';
import { firstSentence } from '../../rules/first-sentence';
import { statusAfterStaffReply } from '../../rules/status';
import { id as sendId } from '../../schemas/id';
import { insertTicket } from './insert-ticket';
import type { ClaimedEvent, EventOutcome } from './messenger-event';
import { type Contact, inboxOf, type KnownProfile, knownContact, makeContact } from './messenger-person';
import { keepThread, openWindow, ticketOfContact } from './messenger-thread';
import { noteDelivery } from './note-delivery';
import { postCustomerMessage } from './post-customer-message';
import { statusColumns } from './status-columns';
import { readAgain } from './thread-facts';
import { writeMessage } from './write-message';
import { writeTicket } from './write-ticket';

/** What of it becomes a message, made before the transaction: its words, its files, what language it is in. */
export interface MessengerContent {
  body: string;
  /** Attachments in the store, nobody's yet. */
  files: readonly string[];
  language: string | null;
  profile: KnownProfile | null;
}

/** A customer's message: to the ticket in which he is, else it begins one. */
export async function placeMessage(
  tx: Tx,
  claimed: ClaimedEvent,
  { body, files, language, profile }: MessengerContent,
): Promise<EventOutcome> {
  const contact = (await knownContact(tx, claimed)) ?? (await makeContact(tx, claimed, profile));
  if (contact.isDisabled) return { state: 'ignored', reason: 'person_disabled' };
  const ticket = await ticketOfContact(tx, contact);
  await giveFiles(tx, files, contact.actor.id);
  const written = { body, format: 'text', html: null, attachments: files } as const;
  const message = { ...written, id: newId(), cc: [], via: 'MESSENGER', clientId: null } as const;
  const posted = ticket
    ? await postCustomerMessage(tx, contact.actor, { ...message, ticket })
    : await begin(tx, claimed, contact, written, language);
  await keepThread(tx, posted.ticketId, contact.id);
  await openWindow(tx, contact.id, claimed.happened_at);
  return { state: 'done', ...posted };
}

async function begin(
  tx: Tx,
  { team_id }: ClaimedEvent,
  { actor }: Contact,
  written: { body: string; format: 'text'; html: null; attachments: readonly string[] },
  language: string | null,
) {
  const { row, messageId } = await insertTicket(tx, actor, {
    ...written,
    subject: firstSentence(written.body),
    ...{ priority: 1, channel: 'MESSENGER', topic: null, customerId: actor.id, teamId: team_id },
    languages: language ? [language] : [],
    findsLanguage: language === null,
    acknowledge: false,
  });
  return { ticketId: row.id, messageId };
}

async function giveFiles(tx: Tx, files: readonly string[], personId: string): Promise<void> {
  await tx.query('UPDATE attachment SET uploaded_by = $2 WHERE id = ANY($1::uuid[])', [files, personId]);
}

/** Of what left the page: is it an answer of ours? Then it has arrived there, whatever else we heard. */
export async function knowOwn(
  tx: Tx,
  claimed: Pick<ClaimedEvent, 'page_id' | 'happened_at'>,
  { mid, metadata }: { mid: string; metadata: string | null },
): Promise<boolean> {
  const { rows } = await tx.query<{ id: string; message_id: string }>(
    `SELECT s.id, s.message_id FROM messenger_send s JOIN messenger_contact c ON c.id = s.contact_id
     WHERE c.page_id = $1 AND (s.mid = $2 OR s.id = $3::uuid)`,
    [claimed.page_id, mid, sendId.safeParse(metadata).data ?? null],
  );
  const [own] = rows;
  if (!own) return false;
  await noteDelivery(tx, [own.message_id], () =>
    tx.query(
      `UPDATE messenger_send SET state = 'sent', mid = coalesce(mid, nullif($2, '')), sent_at = $3, error = NULL,
         lease_until = NULL WHERE id = $1`,
      [own.id, mid, claimed.happened_at],
    ),
  );
  return true;
}

/** Somebody wrote in the page's own inbox: a message of ours, on the ticket in which that customer is. */
export async function placeInboxMessage(
  tx: Tx,
  claimed: ClaimedEvent,
  { body, files }: Pick<MessengerContent, 'body' | 'files'>,
): Promise<EventOutcome> {
  const contact = await knownContact(tx, claimed);
  const ticket = contact && (await ticketOfContact(tx, contact));
  if (!ticket || ticket.status === 'CLOSED') return { state: 'ignored', reason: 'no_ticket' };
  const author = await inboxOf(tx, claimed);
  await giveFiles(tx, files, author.id);
  const at = new Date();
  // what nobody holds still waits for somebody to look at it
  const isHeld = ticket.assignee_id !== null;
  const to = isHeld ? statusAfterStaffReply(ticket.status) : ticket.status;
  const posted = await writeMessage(
    tx,
    author,
    {
      ...{ id: newId(), ticket, body, format: 'text', html: null, cc: [], via: 'MESSENGER', clientId: null },
      attachments: files,
    },
    {
      to,
      columns: {
        ...statusColumns(ticket.status, to, at),
        first_reply_at: ticket.first_reply_at ?? at,
        ...(isHeld ? { waiting_since: null } : {}),
      },
    },
  );
  return { state: 'done', ...posted };
}

/** He changed what he had written: it reads so from now on, and says that it was edited. */
export async function placeEdit(
  tx: Tx,
  { page_id }: ClaimedEvent,
  { mid, text }: { mid: string; text: string },
): Promise<EventOutcome> {
  const { rows } = await tx.query<{ id: string; ticket_id: string; author_id: string }>(
    `SELECT m.id, m.ticket_id, m.author_id FROM messenger_event e JOIN message m ON m.id = e.message_id
     WHERE e.page_id = $1 AND e.key = $2 AND e.kind = 'message' AND m.removed_at IS NULL`,
    [page_id, mid],
  );
  const [message] = rows;
  if (!message) return { state: 'ignored', reason: 'not_ours' };
  const { id, ticket_id, author_id } = message;
  await tx.query('SELECT 1 FROM ticket WHERE id = $1 FOR NO KEY UPDATE', [ticket_id]);
  await tx.query('UPDATE message SET body = $2, edited_at = now() WHERE id = $1', [id, text]);
  await writeTicket(tx, ticket_id, {}, [
    { type: 'message.edited', data: { message_id: id }, actorId: author_id },
  ]);
  await readAgain(tx, [ticket_id]);
  return { state: 'done', ticketId: ticket_id, messageId: id };
}

/** He got, or read, what we wrote: some of it by name, and all that left until then. */
export async function placeReceipt(
  tx: Tx,
  claimed: ClaimedEvent,
  { mids, until }: { mids: string[]; until: Date },
): Promise<EventOutcome> {
  const isRead = claimed.kind === 'read';
  const contact = await knownContact(tx, claimed);
  if (!contact) return { state: 'ignored', reason: 'not_ours' };
  const where = `contact_id = $1 AND state = 'sent' AND ${isRead ? 'read_at' : 'delivered_at'} IS NULL
    AND (sent_at <= $2 OR mid = ANY($3))`;
  const { rows } = await tx.query<{ message_id: string }>(
    `SELECT DISTINCT message_id FROM messenger_send WHERE ${where}`,
    [contact.id, until, mids],
  );
  await noteDelivery(
    tx,
    rows.map(({ message_id }) => message_id),
    () =>
      tx.query(
        `UPDATE messenger_send SET delivered_at = coalesce(delivered_at, $4) ${isRead ? ', read_at = $4' : ''} WHERE ${where}`,
        [contact.id, until, mids, claimed.happened_at],
      ),
  );
  return { state: 'done' };
}

/** A reaction says nothing that would be a message; but he may be answered again. */
export async function placeReaction(tx: Tx, claimed: ClaimedEvent): Promise<EventOutcome> {
  const contact = await knownContact(tx, claimed);
  if (!contact) return { state: 'ignored', reason: 'not_ours' };
  await openWindow(tx, contact.id, claimed.happened_at);
  return { state: 'done' };
}
