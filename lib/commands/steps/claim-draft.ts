import { sql } from '../../db/transaction';
import type { DraftRow } from '../../presenters/draft';

/** Takes a draft for this worker; null when it was taken, is over, or came too late. */
export async function claimDraft(id: string): Promise<DraftRow | null> {
  const { rows } = await sql.query<DraftRow>(
    `UPDATE ai_draft SET status = 'running'
     WHERE id = $1 AND status = 'queued' AND deadline_at > now() RETURNING *`,
    [id],
  );
  return rows[0] ?? null;
}
