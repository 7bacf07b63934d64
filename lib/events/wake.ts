import { say } from '../db/line';
import { log } from '../log';

/** Channel that relays listen on. */
export const RELAY_CHANNEL = 'switchboard_relay';

let pending = false;

/**
 * Tells the relays that something was committed. Many commits at once make one NOTIFY, sent after the commits: a
 * NOTIFY inside each transaction would queue all commits behind one lock. A lost wake only delays: relays sweep.
 */
export function wakeRelay(): void {
  if (pending) return;
  pending = true;
  setImmediate(() => {
    pending = false;
    say(`NOTIFY ${RELAY_CHANNEL}`).catch((error: Error) =>
      log.warn({ err: error }, 'relay not woken; its sweep will find the event'),
    );
  });
}
