import type { CommandContext } from './command-context';
import { isCharacterKeys } from './key-names';
import { COMMANDS, type Command } from './registry';

interface Moment {
  context: CommandContext;
  /** Whether single keys count: not while somebody writes, and not when they were switched off. */
  singleKeys: boolean;
  /** Where the focus is. */
  focus: Element | null;
  /** The key that was pressed before, when it began something. */
  first: string | null;
}

/** What a key press means now: a command, the beginning of one (its key is to be remembered), or nothing of ours. */
export function findCommand(names: readonly string[], moment: Moment): Command | { first: string } | null {
  const { context, singleKeys, focus, first } = moment;
  const counts = (keys: string) => singleKeys || !isCharacterKeys(keys);
  const valid = COMMANDS.filter(
    ({ within, when }) => (within === undefined || focus?.closest(within)) && when(context),
  );
  for (const name of names) {
    const wanted = first === null ? name : `${first} ${name}`;
    const found = valid.find(({ keys, also = [] }) =>
      [...keys, ...also].some((one) => one === wanted && counts(one)),
    );
    if (found) return found;
    if (
      first === null &&
      valid.some(({ keys }) => keys.some((one) => one.startsWith(`${name} `) && counts(one)))
    )
      return { first: name };
  }
  return null;
}

/** What a key means for a ticket that is on its way: done when it is there, as long as it only opens something. */
export const findWaiting = (names: readonly string[]): Command | null =>
  COMMANDS.find(({ waits, keys }) => waits && keys.some((one) => names.includes(one))) ?? null;
