import { say } from '../../db/line';
import { log } from '../../log';
import { DRAFT_CHANNEL } from '../../queries/get-draft';

/** Tells all processes that a draft's row changed: whoever waits for it answers, whoever works on it may stop. */
export function tellDraft(id: string): void {
  say('SELECT pg_notify($1, $2)', [DRAFT_CHANNEL, id]).catch((error: Error) =>
    log.warn({ err: error }, 'draft not told; who waits for it looks again'),
  );
}
