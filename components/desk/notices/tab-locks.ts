/** Held by the one window that makes noise for all; another takes it over when that one is closed. */
const LEADER = 'switchboard-notices';
/** Held, together, by all windows that are looked at. */
const VISIBLE = 'switchboard-visible';

/**
 * Tries to lead from now on until `signal`, those who want the same lock; `isLeader` tells whether it does. Without locks
 * nobody leads: better no sound than five.
 */
export function tryToLead(signal: AbortSignal, lock = LEADER): { isLeader: () => boolean } {
  let leads = false;
  navigator.locks
    ?.request(lock, { signal }, () => {
      leads = true;
      return new Promise<void>((resolve) =>
        signal.addEventListener('abort', () => resolve(), { once: true }),
      );
    })
    .catch(() => {
      // closed while it waited
    });
  return { isLeader: () => leads && !signal.aborted };
}

/** Says to the other windows, until `signal`, when this one is on the screen. */
export function tellVisibility(signal: AbortSignal): void {
  let hide: (() => void) | null = null;
  const follow = () => {
    const isVisible = document.visibilityState === 'visible';
    if (!isVisible) {
      hide?.();
      hide = null;
    } else if (!hide) {
      const shown = new Promise<void>((resolve) => {
        hide = resolve;
      });
      navigator.locks?.request(VISIBLE, { mode: 'shared' }, () => shown).catch(() => {});
    }
  };
  follow();
  document.addEventListener('visibilitychange', follow, { signal });
  signal.addEventListener('abort', () => hide?.(), { once: true });
}

/** Does a person look at any of the windows? */
export async function isAnyVisible(): Promise<boolean> {
  const { held } = await navigator.locks.query();
  return held?.some((lock) => lock.name === VISIBLE) ?? false;
}
