import { newId } from '../../clock';
import { draftColumns } from '../../db/sql/draft-columns';
import type { Tx } from '../../db/transaction';
import type { MessageDraftRow } from '../../presenters/message-draft';
import { wholeDraft } from '../../queries/whole-draft';
import type { MessageDraftDto, SaveMessageDraftInput } from '../../schemas/message-draft';
import type { DraftKind, StopReason } from '../../schemas/values';

interface DraftPlace {
  personId: string;
  ticketId: string;
  kind: DraftKind;
}
const placeOf = ({ personId, ticketId, kind }: DraftPlace) => [newId(), personId, ticketId, kind];

/**
 * Writes a draft over an older one (product 2.16). The same save twice is one save, so a repeat after a lost answer
 * does not lose against itself. An empty one is a draft thrown away.
 *
 * @returns null when there is a newer one, or one of the same revision that says something else.
 */
export async function writeMessageDraft(
  tx: Tx,
  place: DraftPlace,
  { body, cc, attachments, macro, mentions, revision }: SaveMessageDraftInput,
  attention: StopReason | null = null,
): Promise<MessageDraftDto | null> {
  const ended = body.trim() === '' && attachments.length === 0 ? 'discarded' : null;
  const { rows } = await tx.query<MessageDraftRow>(
    `INSERT INTO message_draft AS d
       (id, person_id, ticket_id, kind, body, cc, attachments, macro, mentions, revision, ended, attention)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (person_id, ticket_id, kind) DO UPDATE SET body = $5, cc = $6, attachments = $7, macro = $8,
       mentions = $9, revision = $10, ended = $11, attention = $12, updated_at = now()
       WHERE d.revision < $10 OR (d.revision = $10 AND (d.body, d.cc, d.attachments, d.macro, d.mentions)
         IS NOT DISTINCT FROM ($5, $6::text[], $7::uuid[], $8::jsonb, $9::uuid[]))
     RETURNING ${draftColumns}`,
    [
      ...[...placeOf(place), body, cc, attachments, macro && JSON.stringify(kept(macro)), mentions],
      ...[revision, ended, attention],
    ],
  );
  return rows[0] ? wholeDraft(tx, rows[0], place.kind) : null;
}

const kept = ({ canned_reply_id, actions }: NonNullable<SaveMessageDraftInput['macro']>) => ({
  canned_reply_id,
  actions,
});

/**
 * Ends a draft up to a revision. What stays of it makes a save lose that was on its way: a sent text never returns.
 *
 * @returns false when there is a newer one.
 */
export async function endMessageDraft(
  tx: Tx,
  place: DraftPlace,
  revision: number,
  ended: 'sent' | 'discarded',
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO message_draft AS d (id, person_id, ticket_id, kind, revision, ended) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (person_id, ticket_id, kind) DO UPDATE SET body = '', cc = NULL, attachments = '{}', macro = NULL,
       mentions = '{}', revision = $5, ended = $6, attention = NULL, updated_at = now() WHERE d.revision <= $5`,
    [...placeOf(place), revision, ended],
  );
  return rowCount === 1;
}
