import { DRAFT_CHANNEL } from '../../db/listen';
import { sql } from '../../db/transaction';
import { log } from '../../log';

/** Tells all processes that a draft's row changed: whoever waits for it answers, whoever works on it may stop. */
export function tellDraft(id: string): void {
  sql
    .query(`SELECT pg_notify('${DRAFT_CHANNEL}', $1)`, [id])
    .catch((error: Error) => log.warn({ err: error }, 'draft not told; who waits for it looks again'));
}
