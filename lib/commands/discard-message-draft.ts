import { inTransaction } from '../db/transaction';
import { accessTicket } from '../queries/access-ticket';
import { readMessageDraft } from '../queries/get-message-draft';
import type { Actor } from '../rules/permissions';
import type { DraftKind } from '../schemas/values';
import { newerDraft } from './steps/newer-draft';
import { endMessageDraft } from './steps/write-message-draft';

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
    const place = { personId: actor.id, ticketId: ticket.id, kind };
    const draft = await readMessageDraft(tx, actor.id, ticket.id, kind);
    if (!(await endMessageDraft(tx, place, revision ?? draft.revision, 'discarded'))) throw newerDraft(draft);
  });
}
