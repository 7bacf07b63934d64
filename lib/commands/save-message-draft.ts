import { inTransaction } from '../db/transaction';
import { accessTicket } from '../queries/access-ticket';
import { readMessageDraft } from '../queries/get-message-draft';
import type { Actor } from '../rules/permissions';
import type { MessageDraftDto, SaveMessageDraftInput } from '../schemas/message-draft';
import type { DraftKind } from '../schemas/values';
import { newerDraft } from './steps/newer-draft';
import { writeMessageDraft } from './steps/write-message-draft';

/**
 * Saves one's own unsent text on a ticket; it needs the right to write a note there, which whoever may reply has.
 *
 * @throws Conflict `newer_draft` with the newer one, which may be what is left of a text that was sent.
 */
export function saveMessageDraft(
  actor: Actor,
  ref: string,
  kind: DraftKind,
  input: SaveMessageDraftInput,
): Promise<MessageDraftDto> {
  return inTransaction(async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.note');
    const saved = await writeMessageDraft(tx, { personId: actor.id, ticketId: ticket.id, kind }, input);
    if (saved) return saved;
    throw newerDraft(await readMessageDraft(tx, actor.id, ticket.id, kind));
  });
}
