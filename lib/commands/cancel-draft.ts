import { inTransaction } from '../db/transaction';
import { accessDraft } from '../queries/get-draft';
import type { Actor } from '../rules/permissions';
import { tellDraft } from './steps/tell-draft';

/** Cancels a draft of one's own; the worker that writes it drops the provider's request. One that is over stays so. */
export function cancelDraft(actor: Actor, ref: string, id: string): Promise<void> {
  return inTransaction(async (tx) => {
    await accessDraft(tx, actor, ref, id);
    const { rowCount } = await tx.query(
      `UPDATE ai_draft SET status = 'cancelled', error = 'draft_cancelled', finished_at = now()
       WHERE id = $1 AND status IN ('queued', 'running')`,
      [id],
    );
    if (rowCount) tx.afterCommit(() => tellDraft(id));
  });
}
