import { newId } from '../../clock';
import { uploadsNamed } from '../../db/sql/uploads-named';
import type { Tx } from '../../db/transaction';
import { type MessageDraftRow, presentMessageDraft } from '../../presenters/message-draft';
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
  { body, cc, attachments, revision }: SaveMessageDraftInput,
  attention: StopReason | null = null,
): Promise<MessageDraftDto | null> {
  const ended = body.trim() === '' && attachments.length === 0 ? 'discarded' : null;
  const { rows } = await tx.query<MessageDraftRow>(
    `INSERT INTO message_draft AS d (id, person_id, ticket_id, kind, body, cc, attachments, revision, ended, attention)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (person_id, ticket_id, kind) DO UPDATE SET body = $5, cc = $6, attachments = $7, revision = $8,
       ended = $9, attention = $10, updated_at = now()
       WHERE d.revision < $8 OR (d.revision = $8 AND d.body = $5 AND d.cc = $6 AND d.attachments = $7)
     RETURNING *, ${uploadsNamed('d.attachments', 'd.person_id')} AS files`,
    [...placeOf(place), body, cc, attachments, revision, ended, attention],
  );
  return rows[0] ? presentMessageDraft(rows[0], place.kind) : null;
}

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
     ON CONFLICT (person_id, ticket_id, kind) DO UPDATE SET body = '', cc = '{}', attachments = '{}', revision = $5,
       ended = $6, attention = NULL, updated_at = now() WHERE d.revision <= $5`,
    [...placeOf(place), revision, ended],
  );
  return rowCount === 1;
}
