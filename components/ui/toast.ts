import type { ReactNode } from 'react';
import type { ExternalToast, toast as sonner } from 'sonner';

let wanted = false;
let ready: () => void = () => {};
const isReady = new Promise<void>((resolve) => {
  ready = resolve;
});
const listeners = new Set<() => void>();

/** Whether the area for short words is wanted on this page: `LazyToasts` fetches it then. */
export const toastArea = {
  isWanted: () => wanted,
  want(): void {
    wanted = true;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  ready: () => ready(),
};

/** In the order in which it was said, once the area stands and hears it. */
function say(act: (area: typeof sonner) => void): void {
  toastArea.want();
  Promise.all([import('sonner'), isReady]).then(
    ([{ toast: area }]) => act(area),
    // not reached: nothing can be shown, and the act itself stands
    () => {},
  );
}

type Say = (words: ReactNode, options?: ExternalToast) => void;
const kind =
  (name: 'success' | 'error' | 'warning'): Say =>
  (words, options) =>
    say((area) => area[name](words, options));

/** Says a few words; what shows them is no part of what a page begins with. */
export const toast: Say & Record<'success' | 'error' | 'warning', Say> & { dismiss: (id: string) => void } =
  Object.assign<Say, Record<'success' | 'error' | 'warning', Say> & { dismiss: (id: string) => void }>(
    (words, options) => say((area) => area(words, options)),
    {
      success: kind('success'),
      error: kind('error'),
      warning: kind('warning'),
      dismiss: (id) => say((area) => area.dismiss(id)),
    },
  );
