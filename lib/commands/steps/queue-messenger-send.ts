import { newId } from '../../clock';
import type { Tx } from '../../db/transaction';
import { Conflict } from '../../errors';
import { addJobs } from '../../jobs/queue';
import { type MessengerContact, messengerContactOf, windowOf } from '../../queries/messenger-contact';
import { chatText } from '../../rules/chat-text';
import { messageParts } from '../../rules/message-parts';
import type { MessageFormat } from '../../schemas/values';

interface Answer {
  id: string;
  ticket: { id: string };
  body: string;
  format: MessageFormat;
  attachments?: readonly string[] | undefined;
}

/**
 * Queues a public answer of staff for Messenger, in the transaction that writes it: a row for each part of its text and
 * each file, in their order.
 *
 * @returns whether it goes there: who reads it there gets no mail of it.
 * @throws Conflict `window_closed`, `channel_off`.
 */
export async function queueMessengerSend(
  tx: Tx,
  { id, ticket, body, format, attachments = [] }: Answer,
): Promise<boolean> {
  const contact = await messengerContactOf(tx, ticket.id);
  if (!contact) return false;
  refuseIfNotReached(contact, new Date());
  const texts = messageParts(format === 'markdown' ? chatText(body) : body);
  const rows = [
    ...texts.map((text) => ({ id: newId(), text, attachment_id: null })),
    ...attachments.map((attachment_id) => ({ id: newId(), text: null, attachment_id })),
  ].map((row, part) => ({ ...row, part }));
  await tx.query(
    `INSERT INTO messenger_send (id, message_id, part, contact_id, text, attachment_id)
     SELECT s.id, $1, s.part, $2, s.text, s.attachment_id
     FROM jsonb_to_recordset($3::jsonb) AS s (id uuid, part int, text text, attachment_id uuid) ORDER BY s.part`,
    [id, contact.id, JSON.stringify(rows)],
  );
  tx.afterCommit(() => sendSoon(id));
  return true;
}

/** Nobody waits for the queue: without the job, a sweep sends it soon. */
export function sendSoon(messageId: string): void {
  const id = `${messageId}-messenger-${newId()}`;
  void addJobs([{ name: 'send-messenger', payload: {}, id }]).catch(() => {});
}

/** Would an answer that leaves then reach him? @throws Conflict `window_closed`, `channel_off`. */
export async function refuseIfUnreachable(tx: Tx, ticketId: string, at: Date): Promise<void> {
  const contact = await messengerContactOf(tx, ticketId);
  if (contact) refuseIfNotReached(contact, at);
}

function refuseIfNotReached(contact: MessengerContact, at: Date): void {
  if (!contact.is_active) throw new Conflict('channel_off', 'This Messenger page is switched off.');
  if (windowOf(contact, at).state === 'closed')
    throw new Conflict(
      'window_closed',
      'Messenger lets nobody answer so long after the customer last wrote. A note, or another channel, still can.',
    );
}
