import type { TipSide } from './tooltip';

export interface Tip {
  anchor: HTMLElement;
  label: string;
  shortcut: string | undefined;
  side: TipSide;
}

export interface TipWatch {
  hide: () => void;
  stop: () => void;
}

/** The pointer rests for so long before the first one comes. */
const REST_MS = 400;
/** For so long after one, the next comes at once. */
const GROUP_MS = 300;
/** The way from a button to its tooltip, which may be read with the pointer on it (WCAG 1.4.13). */
const GRACE_MS = 100;

/**
 * Listens at the page for what carries a tip (see `Tooltip`). The pointer brings it after a rest, the keyboard's focus
 * at once; a press, a key, leaving and the end of what it belongs to take it away.
 */
export function watchTips(show: (tip: Tip | null) => void): TipWatch {
  const ending = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let anchor: HTMLElement | null = null;
  // pressed, and not left since: it has been understood
  let pressed: HTMLElement | null = null;
  let hiddenAt = Number.NEGATIVE_INFINITY;
  const size = new ResizeObserver(() => {
    if (anchor && !anchor.isConnected) hide();
  });

  const hide = () => {
    clearTimeout(timer);
    if (!anchor) return;
    anchor = null;
    size.disconnect();
    hiddenAt = performance.now();
    show(null);
  };
  const open = (next: HTMLElement) => {
    clearTimeout(timer);
    const { tip: label, tipKey: shortcut, tipSide: side } = next.dataset;
    if (!next.isConnected || !label) return;
    size.disconnect();
    size.observe(next);
    anchor = next;
    show({ anchor: next, label, shortcut, side: side as TipSide });
  };
  const onOver = ({ target, pointerType }: PointerEvent) => {
    if (pointerType !== 'mouse') return;
    clearTimeout(timer);
    const next = tipOf(target);
    if (next !== pressed) pressed = null;
    if (next === anchor || isTip(target)) return;
    if (!next || pressed) {
      timer = setTimeout(hide, GRACE_MS);
      return;
    }
    const isGroup = anchor !== null || performance.now() - hiddenAt < GROUP_MS;
    timer = setTimeout(() => open(next), isGroup ? 0 : REST_MS);
  };
  const onPress = ({ target }: Event) => {
    pressed = tipOf(target);
    hide();
  };
  const onFocus = ({ target }: FocusEvent) => {
    const next = tipOf(target);
    if (next && (target as Element).matches(':focus-visible')) open(next);
  };

  const on = { signal: ending.signal, capture: true };
  document.addEventListener('pointerover', onOver, on);
  document.addEventListener('pointerout', ({ relatedTarget }) => relatedTarget === null && hide(), on);
  document.addEventListener('pointerdown', onPress, on);
  document.addEventListener('keydown', hide, on);
  document.addEventListener('focusin', onFocus, on);
  document.addEventListener('focusout', hide, on);
  return {
    hide,
    stop: () => {
      ending.abort();
      hide();
    },
  };
}

const tipOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
const isTip = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-tip-popup]') !== null;
