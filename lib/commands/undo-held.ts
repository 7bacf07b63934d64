import type { Tx } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { accessTicket } from '../queries/access-ticket';
import { readMessageDraft } from '../queries/get-message-draft';
import { MAX_FILES } from '../rules/file-limits';
import type { Actor } from '../rules/permissions';
import type { MessageDraftDto } from '../schemas/message-draft';
import { draftKindOf, macroOf } from './steps/keep-as-draft';
import { type LockedHeld, lockHeld, settleHeld } from './steps/lock-held';
import { type Attempt, once } from './steps/once';
import { refuseIfOver } from './steps/refuse-if-over';
import { writeMessageDraft } from './steps/write-message-draft';

/**
 * Takes back a message that has not left: it becomes its author's draft again, before what he may have begun since.
 * Admins may take back anybody's.
 *
 * @throws NotFound; Forbidden; Conflict `already_sent` when it has left, `already_undone`.
 */
export function undoHeld(actor: Actor, ref: string, id: string, attempt?: Attempt): Promise<MessageDraftDto> {
  return once(actor, attempt, async (tx) => {
    const { id: ticketId } = await accessTicket(tx, actor, ref, 'ticket.note', { lock: true });
    const found = await lockHeld(tx, id, ticketId);
    if (!found) throw new NotFound();
    const { held } = found;
    if (held.author_id !== actor.id && actor.role !== 'admin') throw new Forbidden();
    refuseIfOver(held);
    const draft = await backIntoDraft(tx, held);
    await settleHeld(tx, held, { state: 'undone' }, actor.id);
    return draft;
  });
}

async function backIntoDraft(tx: Tx, held: LockedHeld): Promise<MessageDraftDto> {
  const place = { personId: held.author_id, ticketId: held.ticket_id, kind: draftKindOf(held.input) };
  // a save that comes in at this moment has raised the revision when we write: look again, and put both together
  for (;;) {
    const draft = await readMessageDraft(tx, place.personId, place.ticketId, place.kind);
    const saved = await writeMessageDraft(tx, place, {
      body: [held.input.body, draft.body].filter(Boolean).join('\n\n'),
      cc: held.input.cc ?? draft.cc,
      macro: macroOf(held.input) ?? draft.macro,
      mentions: [...new Set([...(held.input.mentions ?? []), ...draft.mentions.map(({ id }) => id)])],
      attachments: [...(held.input.attachments ?? []), ...draft.attachments].slice(0, MAX_FILES),
      revision: draft.revision + 1,
    });
    if (saved) return saved;
  }
}
