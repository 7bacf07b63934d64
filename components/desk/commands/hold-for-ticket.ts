import type { CommandContext } from './command-context';
import { findWaiting } from './find-command';

interface Moments {
  /** What can be done now. */
  context: () => CommandContext;
  /** Calls back whenever that changes; answers what ends it. */
  onChange: (listener: () => void) => () => void;
}

interface Press {
  names: readonly string[];
  isCharacter: boolean;
}

/**
 * Holds the key that was meant for a ticket which is still on its way: "r" and a sentence typed fast must not become
 * a row of commands because the ticket came in the middle of it. `takes` says whether a press is kept from everybody
 * else: held itself, or a character after one that is.
 */
export function holdForTicket({ context, onChange }: Moments): {
  takes: (press: Press) => boolean;
  stop: () => void;
} {
  let held: ReturnType<typeof findWaiting> = null;
  // what stands in for the ticket goes before the ticket comes: only when the drawing is done is it seen what there is
  const look = () => {
    if (held === null || context().opening) return;
    const command = held;
    held = null;
    if (command.when(context())) command.run(context());
  };
  const stop = onChange(() => held !== null && queueMicrotask(look));
  return {
    takes: ({ names, isCharacter }) => {
      if (held !== null && isCharacter) return true;
      held = context().opening ? findWaiting(names) : null;
      return held !== null;
    },
    stop,
  };
}
