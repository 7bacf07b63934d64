import type { Sql } from '../db/transaction';
import { type MessageDraftRow, presentMessageDraft, stillPossible } from '../presenters/message-draft';
import type { MessageDraftDto } from '../schemas/message-draft';
import type { DraftKind } from '../schemas/values';
import { loadTicket } from './access-ticket';
import { actionChanges } from './action-changes';

/** A draft as its author's composer needs it, with what its macro would change of the ticket as it is now. */
export async function wholeDraft(
  from: Sql,
  row: MessageDraftRow | undefined,
  kind: DraftKind,
): Promise<MessageDraftDto> {
  const ticket = row?.macro ? await loadTicket(from, row.ticket_id) : null;
  if (!row?.macro || !ticket) return presentMessageDraft(row, kind);
  const actions = stillPossible(row.macro.actions);
  return presentMessageDraft(row, kind, await actionChanges(from, row.person_id, ticket, actions));
}
