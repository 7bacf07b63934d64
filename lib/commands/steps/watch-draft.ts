import { ModelFailed } from '../../ai/model';
import { listen } from '../../db/line';
import { sql } from '../../db/transaction';
import { DRAFT_CHANNEL } from '../../queries/get-draft';

/** How often a worker looks whether its draft is still wanted, should the hint be lost. */
const LOOK_MS = 1_000;

/** A signal that aborts when the draft was cancelled, by whatever process, or when its time is over. */
export function watchDraft(id: string, deadline: Date): { signal: AbortSignal; stop(): void } {
  const ending = new AbortController();
  const look = () => {
    sql.query<{ status: string }>('SELECT status FROM ai_draft WHERE id = $1', [id]).then(
      ({ rows }) => {
        if (rows[0]?.status !== 'running') ending.abort(new ModelFailed('draft_cancelled'));
      },
      // the database is away: the next look asks again
      () => {},
    );
  };
  const late = setTimeout(
    () => ending.abort(new ModelFailed('draft_timeout')),
    Math.max(0, deadline.getTime() - Date.now()),
  );
  const looking = setInterval(look, LOOK_MS);
  const stopListening = listen(DRAFT_CHANNEL, { hear: (told) => told === id && look() });
  return {
    signal: ending.signal,
    stop: () => {
      clearTimeout(late);
      clearInterval(looking);
      stopListening();
    },
  };
}
