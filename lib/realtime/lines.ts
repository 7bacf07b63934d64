import { log } from '../log';

/** A pause between two tellings: a page that is loaded again closes one socket and opens another. */
const SETTLE_MS = 250;
/** Told anew even if nothing changed: another process may have taken this one for dead while it was only stuck. */
const AGAIN_MS = 15_000;

export interface Lines {
  /** A socket of this person is open; call what comes back when it is not. */
  open(personId: string): () => void;
  /** All are closed. */
  close(): Promise<void>;
}

/**
 * Counts the sockets of people in this process and tells `note` who has any (product 2.9: several tabs are one presence).
 * It tells the whole state each time, so whatever was lost is made good with the next time.
 */
export function watchLines(note: (personIds: string[]) => Promise<void>): Lines {
  const sockets = new Map<string, number>();
  let soon: NodeJS.Timeout | undefined;
  let telling = Promise.resolve();
  const tell = () => {
    clearTimeout(soon);
    soon = undefined;
    telling = telling
      .then(() => note([...sockets.keys()]))
      .catch((error: Error) => log.warn({ err: error }, 'connections not noted; told again later'));
    return telling;
  };
  const tellSoon = () => {
    soon ??= setTimeout(tell, SETTLE_MS);
  };
  const again = setInterval(tell, AGAIN_MS);
  const count = (personId: string, by: 1 | -1) => {
    const open = (sockets.get(personId) ?? 0) + by;
    if (open > 0) sockets.set(personId, open);
    else sockets.delete(personId);
    // the first one and the last one are news
    if (open === 0 || (by === 1 && open === 1)) tellSoon();
  };
  return {
    open: (personId) => {
      count(personId, 1);
      return () => count(personId, -1);
    },
    close: async () => {
      clearInterval(again);
      sockets.clear();
      await tell();
    },
  };
}
