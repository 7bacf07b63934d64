import { newId } from '@/lib/clock';
import { sql } from '@/lib/db/transaction';
import type { MailTemplate } from '@/lib/rules/notifications';
import type { Role, Status } from '@/lib/schemas/values';

/** Rows as the commands leave them, without the commands: what mail does must not depend on who queued it. */
export async function addPerson(
  role: Role,
  name: string,
  email: string | null,
  locale = 'en',
): Promise<string> {
  const id = newId();
  await sql.query('INSERT INTO person (id, email, name, role, locale) VALUES ($1, $2, $3, $4, $5)', [
    id,
    email,
    name,
    role,
    locale,
  ]);
  return id;
}

export interface TicketRows {
  id: string;
  number: number;
  customerId: string;
  messageId: string;
}
export async function addTicket(customerId: string, subject: string, body: string): Promise<TicketRows> {
  const id = newId();
  const messageId = newId();
  const { rows } = await sql.query<{ number: number }>(
    `INSERT INTO ticket (id, subject, customer_id, first_message_id, last_message_id, last_public_message_id)
     VALUES ($1, $2, $3, $4, $4, $4) RETURNING number`,
    [id, subject, customerId, messageId],
  );
  await sql.query('INSERT INTO message (id, ticket_id, author_id, body) VALUES ($1, $2, $3, $4)', [
    messageId,
    id,
    customerId,
    body,
  ]);
  return { id, number: rows[0]!.number, customerId, messageId };
}

export async function addMessage(
  ticketId: string,
  authorId: string,
  body: string,
  isInternal = false,
): Promise<string> {
  const id = newId();
  await sql.query(
    'INSERT INTO message (id, ticket_id, author_id, body, is_internal) VALUES ($1, $2, $3, $4, $5)',
    [id, ticketId, authorId, body, isInternal],
  );
  return id;
}

interface Queued {
  template: MailTemplate;
  recipient: string;
  personId?: string | null;
  ticketId?: string | null;
  messageId?: string | null;
  secretId?: string | null;
  actorId?: string | null;
  locale?: string;
  eventType?: string;
  data?: object;
}

/** Queues one mail behind an event of its own. */
export async function queue(mail: Queued): Promise<{ id: string; eventId: string }> {
  const id = newId();
  const eventId = newId();
  await sql.query('INSERT INTO event (id, ticket_id, type, actor_id, data) VALUES ($1, $2, $3, $4, $5)', [
    eventId,
    // numbered events need the ticket's lock; an unnumbered one serves here
    mail.ticketId ?? null,
    mail.eventType ?? 'message.created',
    mail.actorId ?? null,
    JSON.stringify(mail.data ?? {}),
  ]);
  await sql.query(
    `INSERT INTO outbound_mail (id, event_id, template, recipient, person_id, ticket_id, message_id, secret_id, locale)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      eventId,
      mail.template,
      mail.recipient,
      mail.personId ?? null,
      mail.ticketId ?? null,
      mail.messageId ?? null,
      mail.secretId ?? null,
      mail.locale ?? 'en',
    ],
  );
  return { id, eventId };
}

/** A reply of an agent to a customer, queued. */
export async function queueReply(
  customer: { id: string; email: string },
  agentId: string,
  ticket: TicketRows,
  body = 'Please try again.',
): Promise<{ id: string; eventId: string }> {
  const messageId = await addMessage(ticket.id, agentId, body);
  return queue({
    template: 'reply',
    recipient: customer.email,
    personId: customer.id,
    ticketId: ticket.id,
    messageId,
    actorId: agentId,
    data: { message_id: messageId },
  });
}

/** The status that came with an event, as a reply that sets one records it. */
export async function alsoStatus(eventId: string, from: Status, to: Status): Promise<void> {
  await sql.query(
    `INSERT INTO event (id, ticket_id, type, actor_id, data, created_at)
     SELECT $2, ticket_id, 'status.changed', actor_id, $3, created_at FROM event WHERE id = $1`,
    [eventId, newId(), JSON.stringify({ from, to, by_hand: false })],
  );
}

export interface LedgerRow {
  state: string;
  attempts: number;
  lapses: number;
  error: string | null;
  message_header: string | null;
  provider_id: string | null;
  next_attempt_at: Date;
}
export async function ledgerRow(id: string): Promise<LedgerRow> {
  return (await sql.query<LedgerRow>('SELECT * FROM outbound_mail WHERE id = $1', [id])).rows[0]!;
}

/** Moves the clock of one mail, so that a test need not wait. */
export async function makeDue(id: string): Promise<void> {
  await sql.query(
    `UPDATE outbound_mail SET next_attempt_at = now() - interval '1 second',
       lease_until = CASE WHEN lease_until IS NULL THEN NULL ELSE now() - interval '1 second' END WHERE id = $1`,
    [id],
  );
}
