type Kind = 'success' | 'error';

let wanted = false;
let ready: () => void = () => {};
const isReady = new Promise<void>((resolve) => {
  ready = resolve;
});
const listeners = new Set<() => void>();

/** Whether anything was ever said on this page: `LazyToasts` fetches the area then. */
export const toastArea = {
  isWanted: () => wanted,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  ready: () => ready(),
};

/** Says a few words, on pages that load little: what shows them comes with the first. */
export async function notify(kind: Kind, words: string): Promise<void> {
  wanted = true;
  for (const listener of listeners) listener();
  const [{ toast }] = await Promise.all([import('sonner'), isReady]);
  toast[kind](words);
}
