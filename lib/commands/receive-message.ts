import { newId } from '../clock';
import type { TicketRow } from '../db/sql/ticket-row';
import type { Tx } from '../db/transaction';
import { Invalid } from '../errors';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import { firstSentence } from '../rules/first-sentence';
import { type Actor, PLAIN_SCOPE } from '../rules/permissions';
import { visibleTickets } from '../rules/visibility';
import type { ReceivedMessage, ReceiveMessageInput } from '../schemas/message';
import { type Channel, UNSOLVED } from '../schemas/values';
import { findCustomer, makeCustomer } from './steps/find-customer';
import { insertTicket, type NewTicket } from './steps/insert-ticket';
import { type Attempt, once } from './steps/once';
import { postCustomerMessage } from './steps/post-customer-message';
import { presentPosted } from './steps/present-posted';
import { endOfChain } from './steps/ticket-to-answer';
import type { Posted } from './steps/write-message';
import { type WrittenBody, writtenBody } from './steps/written-body';

/**
 * Takes in a message that does not say where it belongs: it goes to the customer's newest unsolved ticket that the
 * caller may see, else a new one begins, named by its first sentence. Staff and machines hand in what a customer wrote
 * elsewhere: the message is the customer's own, with all that follows from that, and a customer who is named by an
 * external id that nobody knows is made.
 *
 * @throws Invalid when the customer is unknown, or the ticket is not his.
 */
export async function receiveMessage(
  actor: Actor,
  input: ReceiveMessageInput,
  via: Channel,
  attempt?: Attempt,
): Promise<ReceivedMessage> {
  if (actor.role === 'customer' && input.html !== undefined) throw new Invalid({ html: ['not_allowed'] });
  const written = await writtenBody(input);
  return once(actor, attempt, async (tx) => {
    const customer = await customerWriting(tx, actor, input.customer);
    // two at once from somebody new: the second finds the ticket of the first
    await tx.query('SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [customer.id]);
    const ticket = await ticketFor(tx, actor, customer.id, input.ticket);
    const rest = { ...written, clientId: attempt?.key ?? null };
    const posted = ticket
      ? await postCustomerMessage(tx, customer, { id: newId(), ticket, via, cc: [], ...rest })
      : await beginTicket(tx, customer, { ...rest, channel: via, topic: input.topic ?? null });
    const { ticket: after, held: _never, ...message } = await presentPosted(tx, actor, posted);
    return { ticket: after, message };
  });
}

/** Whose message it is: a customer's own, or that of the customer whom staff names. */
async function customerWriting(tx: Tx, actor: Actor, ref: string | undefined): Promise<Actor> {
  if (actor.role === 'customer') {
    if (ref !== undefined) throw new Invalid({ customer: ['unknown_key'] });
    return actor;
  }
  if (ref === undefined) throw new Invalid({ customer: ['required'] });
  const made = async () => (await makeCustomer(tx, ref, actor.id)) ?? findCustomer(tx, ref);
  // when somebody else made him just now, he is there at a second look
  const found = (await findCustomer(tx, ref)) ?? (await made());
  if (!found) throw new Invalid({ customer: ['unknown_customer'] });
  return { id: found.id, name: found.name, role: 'customer', sessionId: null, scope: PLAIN_SCOPE };
}

async function ticketFor(
  tx: Tx,
  actor: Actor,
  customerId: string,
  ref: string | undefined,
): Promise<TicketRow | null> {
  if (ref !== undefined) {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.read', { lock: true });
    if (ticket.customer_id !== customerId) throw new Invalid({ ticket: ['not_allowed'] });
    return endOfChain(tx, ticket, customerId);
  }
  const { rows } = await tx.query<{ id: string }>(
    `SELECT t.id FROM ticket t WHERE t.customer_id = $2 AND t.status = ANY($3) AND t.deleted_at IS NULL
       AND t.spam_at IS NULL AND ${visibleTickets(actor, '$1')} ORDER BY t.created_at DESC, t.id DESC LIMIT 1`,
    [actor.id, customerId, UNSOLVED],
  );
  return rows[0] ? loadTicket(tx, rows[0].id, true) : null;
}

async function beginTicket(
  tx: Tx,
  customer: Actor,
  rest: WrittenBody & Pick<NewTicket, 'channel' | 'topic' | 'clientId'>,
): Promise<Posted> {
  const { row, messageId } = await insertTicket(tx, customer, {
    ...{
      subject: firstSentence(rest.body),
      priority: 1,
      languages: [],
      findsLanguage: true,
      customerId: customer.id,
    },
    ...rest,
  });
  return { ticketId: row.id, messageId };
}
