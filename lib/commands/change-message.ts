import { messageRows } from '../db/sql/message-rows';
import type { TicketRow } from '../db/sql/ticket-row';
import { inTransaction, type Tx } from '../db/transaction';
import { Conflict, Forbidden, NotFound } from '../errors';
import { type MessageRow, presentMessage } from '../presenters/message';
import { audienceOf } from '../presenters/ticket';
import { accessTicket } from '../queries/access-ticket';
import { renderMarkdown } from '../render-markdown';
import type { Actor } from '../rules/permissions';
import type { MessageDto } from '../schemas/message';
import { type Attempt, once } from './steps/once';
import { readAgain } from './steps/thread-facts';
import { writeTicket } from './steps/write-ticket';

/**
 * Takes text and files of a message out, everywhere that they were kept: the conversation, search, drafts that quote it, mails
 * and answers in Messenger that have not left, what Messenger told us, saved answers. That there was a message, whose and
 * when, stays. Its author may, and admins. What was mailed has left the house. What was recorded of a call is admins' alone
 * to take out.
 */
export function removeMessage(
  actor: Actor,
  ref: string,
  messageId: string,
  attempt?: Attempt,
): Promise<MessageDto> {
  return once(actor, attempt, async (tx) => {
    const { ticket, message } = await lockMessage(tx, actor, ref, messageId);
    if (actor.role !== 'admin' && (message.author_id !== actor.id || message.recording))
      throw new Forbidden();
    if (message.removed_at === null) {
      await tx.query(
        `UPDATE message SET body = '', format = 'text', html = NULL, removed_at = now(), removed_by = $2 WHERE id = $1`,
        [messageId, actor.id],
      );
      await forgetText(tx, message);
      const data = { message_id: messageId };
      const staffOnly = message.is_internal;
      await writeTicket(tx, ticket.id, {}, [{ type: 'message.removed', data, actorId: actor.id, staffOnly }]);
      await readAgain(tx, [ticket.id]);
    }
    return presentNow(tx, actor, messageId);
  });
}

/**
 * Changes a note of one's own. What a customer may have read stays as he read it.
 *
 * @throws Forbidden for a public message, for somebody else's and for what was recorded of a call; Conflict `message_removed`.
 */
export function editNote(actor: Actor, ref: string, messageId: string, body: string): Promise<MessageDto> {
  return inTransaction(async (tx) => {
    const { ticket, message } = await lockMessage(tx, actor, ref, messageId);
    if (!message.is_internal || message.author_id !== actor.id || message.recording) throw new Forbidden();
    if (message.removed_at) throw new Conflict('message_removed', 'The text of this note was taken out.');
    if (message.body !== body) {
      const html = message.format === 'markdown' ? renderMarkdown(body) : null;
      await tx.query(
        'UPDATE message SET body = $2, format = $3, html = $4, edited_at = now() WHERE id = $1',
        [messageId, body, html === null ? 'text' : 'markdown', html],
      );
      const data = { message_id: messageId };
      await writeTicket(tx, ticket.id, {}, [
        { type: 'message.edited', data, actorId: actor.id, staffOnly: true },
      ]);
      await readAgain(tx, [ticket.id]);
    }
    return presentNow(tx, actor, messageId);
  });
}

async function lockMessage(
  tx: Tx,
  actor: Actor,
  ref: string,
  messageId: string,
): Promise<{ ticket: TicketRow; message: MessageRow }> {
  const ticket = await accessTicket(tx, actor, ref, 'ticket.note', { lock: true });
  const { rows } = await tx.query<MessageRow>(messageRows('m.id = $1 AND m.ticket_id = $2'), [
    messageId,
    ticket.id,
  ]);
  if (!rows[0]) throw new NotFound();
  return { ticket, message: rows[0] };
}

/** Wherever else the text was written down. */
async function forgetText(tx: Tx, message: MessageRow): Promise<void> {
  // the files themselves follow: deleting their rows lists them for it
  await tx.query('DELETE FROM attachment WHERE message_id = $1', [message.id]);
  await tx.query('DELETE FROM message_search WHERE message_id = $1', [message.id]);
  await tx.query('UPDATE recording SET transcript = NULL WHERE message_id = $1', [message.id]);
  await tx.query(`DELETE FROM outbound_mail WHERE message_id = $1 AND state IN ('queued', 'deferred')`, [
    message.id,
  ]);
  // one that is on its way keeps its row for its echo; it is not tried again
  await tx.query(
    `DELETE FROM messenger_send WHERE message_id = $1 AND state IN ('queued', 'deferred', 'failed')`,
    [message.id],
  );
  await tx.query(`UPDATE messenger_send SET text = '' WHERE message_id = $1 AND text IS NOT NULL`, [
    message.id,
  ]);
  await tx.query(`UPDATE messenger_event SET raw = '' WHERE message_id = $1`, [message.id]);
  await tx.query(
    `UPDATE ai_draft SET sources = '[]', result = NULL, input = '{}'
     WHERE (ticket_id = $2 OR sources::text LIKE '%' || $1 || '%') AND created_at > now() - interval '30 days'`,
    [message.id, message.ticket_id],
  );
  await tx.query(`UPDATE held_message SET input = input || '{"body": ""}', html = NULL WHERE id = $1`, [
    message.id,
  ]);
  await tx.query(
    `UPDATE idempotency_key SET answer = jsonb_set(jsonb_set(answer::jsonb, '{value,body}', '""'), '{value,html}', 'null')::json
     WHERE person_id = $1 AND answer -> 'value' ->> 'id' = $2`,
    [message.author_id, message.id],
  );
}

async function presentNow(tx: Tx, actor: Actor, id: string): Promise<MessageDto> {
  const { rows } = await tx.query<MessageRow>(messageRows('m.id = $1'), [id]);
  return presentMessage(rows[0]!, audienceOf(actor.role));
}
