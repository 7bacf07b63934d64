import { inTransaction } from '../db/transaction';
import { Conflict } from '../errors';
import { accessTicket } from '../queries/access-ticket';
import { readMessageDraft } from '../queries/get-message-draft';
import type { Actor } from '../rules/permissions';
import type { MessageDraftDto, SaveMessageDraftInput } from '../schemas/message-draft';
import type { DraftKind } from '../schemas/values';
import { endMessageDraft, writeMessageDraft } from './steps/write-message-draft';

/** @throws Conflict `newer_draft` with the newer one, which may be what is left of a text that was sent. */
export function saveMessageDraft(
  actor: Actor,
  ref: string,
  kind: DraftKind,
  input: SaveMessageDraftInput,
): Promise<MessageDraftDto> {
  return inTransaction(async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.note');
    const place = { personId: actor.id, ticketId: ticket.id, kind };
    const saved = await writeMessageDraft(tx, place, input);
    if (saved) return saved;
    throw newerDraft(await readMessageDraft(tx, actor.id, ticket.id, kind));
  });
}

/**
 * Throws a draft away.
 *
 * @param revision the newest that its author has seen; without one, whatever there is goes.
 * @throws Conflict `newer_draft` with the newer one.
 */
export function discardMessageDraft(
  actor: Actor,
  ref: string,
  kind: DraftKind,
  revision: number | undefined,
): Promise<void> {
  return inTransaction(async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.note');
    const draft = await readMessageDraft(tx, actor.id, ticket.id, kind);
    const place = { personId: actor.id, ticketId: ticket.id, kind };
    if (!(await endMessageDraft(tx, place, revision ?? draft.revision, 'discarded'))) throw newerDraft(draft);
  });
}

const newerDraft = (draft: MessageDraftDto) =>
  new Conflict('newer_draft', 'There is a newer draft, from another window or device.', { draft });
