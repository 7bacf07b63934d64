import { draftColumns } from '../db/sql/draft-columns';
import { type Sql, sql } from '../db/transaction';
import type { MessageDraftRow } from '../presenters/message-draft';
import type { Actor } from '../rules/permissions';
import type { MessageDraftDto } from '../schemas/message-draft';
import type { DraftKind } from '../schemas/values';
import { accessTicket } from './access-ticket';
import { wholeDraft } from './whole-draft';

/** One's own unsent text on a ticket; empty when there is none. */
export async function getMessageDraft(actor: Actor, ref: string, kind: DraftKind): Promise<MessageDraftDto> {
  const ticket = await accessTicket(sql, actor, ref, 'ticket.note');
  return readMessageDraft(sql, actor.id, ticket.id, kind);
}

export async function readMessageDraft(
  from: Sql,
  personId: string,
  ticketId: string,
  kind: DraftKind,
): Promise<MessageDraftDto> {
  const { rows } = await from.query<MessageDraftRow>(
    `SELECT ${draftColumns} FROM message_draft d
     WHERE d.person_id = $1 AND d.ticket_id = $2 AND d.kind = $3`,
    [personId, ticketId, kind],
  );
  return wholeDraft(from, rows[0], kind);
}
