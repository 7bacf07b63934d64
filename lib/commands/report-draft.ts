import { distance } from 'fastest-levenshtein';
import { inTransaction, type Tx } from '../db/transaction';
import { Invalid } from '../errors';
import type { DraftRow } from '../presenters/draft';
import { accessDraft } from '../queries/get-draft';
import type { Actor } from '../rules/permissions';
import type { DraftOutcomeInput } from '../schemas/ai';

/** Characters that are compared; an edit beyond them is not counted. */
const COMPARED = 5_000;

/**
 * Writes into the ledger what became of a draft: sent with the named reply (how much of it was edited is measured
 * here), thrown away, liked or not.
 */
export function reportDraft(actor: Actor, ref: string, id: string, input: DraftOutcomeInput): Promise<void> {
  return inTransaction(async (tx) => {
    const draft = await accessDraft(tx, actor, ref, id);
    if (input.outcome === 'discarded')
      await tx.query(`UPDATE ai_draft SET outcome = 'discarded' WHERE id = $1 AND message_id IS NULL`, [id]);
    if (input.message !== undefined) {
      const sent = await sentText(tx, actor, draft.ticket_id, input.message);
      const drafted = (draft.result?.text ?? '').slice(0, COMPARED);
      const edits = distance(drafted, sent);
      // told again, it is the same draft
      const { rowCount: isFirst } = await tx.query(
        'UPDATE ai_draft SET message_id = $2 WHERE id = $1 AND message_id IS NULL',
        [id, input.message],
      );
      await tx.query(
        `UPDATE ai_draft SET outcome = $2, message_id = $3, edit_distance = $4, edit_of = $5 WHERE id = $1`,
        [id, edits === 0 ? 'used' : 'edited', input.message, edits, Math.max(drafted.length, sent.length)],
      );
      if (isFirst) await countReplies(tx, draft);
    }
    if (input.thumb !== undefined)
      await tx.query('UPDATE ai_draft SET thumb = $2, thumb_reason = $3 WHERE id = $1', [
        id,
        input.thumb && (input.thumb === 'up' ? 1 : -1),
        input.thumb === null ? null : (input.reason?.trim() ?? null),
      ]);
  });
}

/** Canned replies that a sent draft rests on were used; each once, however often the draft names them. */
async function countReplies(tx: Tx, { result, sources }: DraftRow): Promise<void> {
  const named = new Set(result?.sentences.flatMap((sentence) => sentence.sources));
  const ids = sources.flatMap(({ id, canned_reply_id }) => (named.has(id) ? (canned_reply_id ?? []) : []));
  await tx.query(
    `UPDATE canned_reply SET use_count = use_count + 1, last_used_at = now()
     WHERE id IN (SELECT id FROM canned_reply WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE)`,
    [ids],
  );
}

/** The reply that was sent; only one's own, on the draft's ticket. */
async function sentText(tx: Tx, actor: Actor, ticketId: string, messageId: string): Promise<string> {
  const { rows } = await tx.query<{ body: string }>(
    `SELECT left(body, ${COMPARED}) AS body FROM message
     WHERE id = $1 AND ticket_id = $2 AND author_id = $3 AND NOT is_internal`,
    [messageId, ticketId, actor.id],
  );
  if (!rows[0]) throw new Invalid({ message: ['unknown_message'] });
  return rows[0].body;
}
