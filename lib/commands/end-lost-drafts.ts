import { sql } from '../db/transaction';
import { tellDraft } from './steps/tell-draft';

/** A worker writes the end of its draft by the deadline; a little later nobody is at it any more. */
const GRACE_SECONDS = 2;

/** Ends drafts whose worker is gone or whose job never came, so that none stays under way. */
export async function endLostDrafts(): Promise<void> {
  const { rows } = await sql.query<{ id: string }>(
    `UPDATE ai_draft SET error = CASE status WHEN 'running' THEN 'ai_interrupted' ELSE 'draft_timeout' END,
       status = 'failed', finished_at = now()
     WHERE status IN ('queued', 'running') AND deadline_at < now() - make_interval(secs => ${GRACE_SECONDS})
     RETURNING id`,
  );
  for (const { id } of rows) tellDraft(id);
}
