import type { Tx } from '../../db/transaction';
import { accessTicket } from '../../queries/access-ticket';
import { readMessageDraft } from '../../queries/get-message-draft';
import type { Actor } from '../../rules/permissions';
import type { SaveMessageDraftInput } from '../../schemas/message-draft';
import type { PostMessageInput } from '../../schemas/post-message';
import type { DraftKind } from '../../schemas/values';
import { writeMessageDraft } from './write-message-draft';

export const draftKindOf = (input: Pick<PostMessageInput, 'is_internal'>): DraftKind =>
  input.is_internal ? 'note' : 'reply';

/** What a message does besides, as its draft keeps it. */
export const macroOf = ({
  canned_reply_id,
  actions = {},
}: PostMessageInput): SaveMessageDraftInput['macro'] =>
  canned_reply_id === undefined && Object.keys(actions).length === 0
    ? null
    : { canned_reply_id: canned_reply_id ?? null, actions };

/**
 * Keeps what the reply guard stopped as its author's draft that needs attention (product 2.15). A draft that the
 * message did not come from, of another window or device, is not written over.
 */
export async function keepAsDraft(tx: Tx, actor: Actor, ref: string, input: PostMessageInput): Promise<void> {
  const ticket = await accessTicket(tx, actor, ref, 'ticket.note');
  const kind = draftKindOf(input);
  const draft = await readMessageDraft(tx, actor.id, ticket.id, kind);
  const isOther = draft.ended === null && draft.revision > 0;
  if (input.draft_revision === undefined && isOther) return;
  const revision = Math.max(1, input.draft_revision ?? draft.revision + 1);
  const kept = {
    body: input.body,
    cc: input.cc ?? null,
    attachments: input.attachments ?? [],
    macro: macroOf(input),
    mentions: input.mentions ?? [],
    revision,
  };
  await writeMessageDraft(tx, { personId: actor.id, ticketId: ticket.id, kind }, kept, 'newer_messages');
}
