import { pool } from './db/pool';
import { processId } from './env';
import { log } from './log';

const BEAT_MS = 5_000;
/** A process that has not beaten for this long is not there (seconds). */
export const ALIVE_SECONDS = 20;

/** Says every few seconds that this process lives; /readyz reads it. */
export function startHeartbeat(kind: 'web' | 'worker'): { stop(): void } {
  const beat = () =>
    pool()
      .query(
        `INSERT INTO heartbeat (process, kind) VALUES ($1, $2) ON CONFLICT (process) DO UPDATE SET beat_at = now()`,
        [processId, kind],
      )
      .catch((error: Error) => log.warn({ err: error }, 'no heartbeat'));
  void beat();
  const timer = setInterval(beat, BEAT_MS);
  return { stop: () => clearInterval(timer) };
}
