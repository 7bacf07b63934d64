import { log } from './log';

/** Longest time that work under way gets to finish. */
const GRACE_MS = 15_000;

/**
 * Ends the process in order on SIGTERM, SIGINT, or when the launcher that started it is gone (its IPC channel closes):
 * no web or worker may outlive a killed launcher and serve an old database.
 */
export function onShutdown(close: () => Promise<void>): void {
  let closing = false;
  const end = (why: string) => {
    if (closing) return;
    closing = true;
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopped untidily');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => end('SIGTERM'));
  process.on('SIGINT', () => end('SIGINT'));
  process.on('disconnect', () => end('launcher gone'));
  // a closed pipe (launcher killed) must not kill us in the middle of a write
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
