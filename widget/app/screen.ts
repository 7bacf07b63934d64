import { keep, kept } from './keep';
import { change, type Screen, state } from './state';

/** The place of a conversation that the server has not heard of yet. */
export const NEW = 'new';

/** Goes there, and comes back there after a reload. */
export function goTo(screen: Screen): void {
  keep('screen', screen);
  change({ screen });
}

/** Back to where he was, as far as it is still there; else to the conversation that goes on, if there is one. */
export function restoreScreen(): void {
  const last = kept<Screen>('screen');
  const going = state.conversations.filter((one) => one.state !== 'ended');
  if (last?.name === 'thread') {
    const isThere =
      last.id === NEW ? state.outbox.length > 0 : state.conversations.some(({ id }) => id === last.id);
    if (isThere) change({ screen: last });
  }
  // else he left it at home on purpose, or he was never anywhere
  else if (last === null && going.length === 1) change({ screen: { name: 'thread', id: going[0]!.id } });
}
