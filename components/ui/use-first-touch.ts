'use client';
import {
  cloneElement,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  useEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import type { Later } from './later';

interface Touched<T> {
  /** What makes the button work; null while nobody has come near it. */
  code: T | null;
  /** The button itself; while `code` is null it stands by itself and waits. */
  button: ReactElement;
}

/**
 * A button whose menu, list or popover is made when somebody first comes near it: a page has dozens of them, and most
 * are never opened. Until then the button stands there plain, looks the same and is announced the same. The first
 * pointer over it brings the real one; a key or a touch that comes before is given to the real one, with the focus.
 *
 * @param announced what assistive technology is told of a closed one
 * @param wanted opened from elsewhere: by a command
 */
export function useFirstTouch<T>(
  later: Later<T>,
  trigger: ReactElement,
  announced: { 'aria-haspopup': 'menu' | 'dialog'; role?: 'combobox' },
  wanted = false,
): Touched<T> {
  const [code, setCode] = useState<T | null>(wanted ? later.now : null);
  const place = useRef<HTMLElement>(null);
  // between down and up of the pointer nothing is put in the button's place: the press would go nowhere
  const isPressed = useRef(false);

  const wake = (arrived: T) => {
    const hadFocus = place.current !== null && place.current === document.activeElement;
    flushSync(() => setCode(() => arrived));
    if (hadFocus) place.current?.focus({ preventScroll: true });
  };
  const bring = (event?: Event) => {
    const arrive = (arrived: T) => {
      if (!event && isPressed.current) return;
      wake(arrived);
      if (event) again(event, place.current);
    };
    if (later.now) arrive(later.now);
    // not reached: the next touch asks again
    else later.ask().then(arrive, () => {});
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: whether it is wanted is the reason
  useEffect(() => {
    if (!wanted || code) return;
    later.ask().then(
      (arrived) => setCode(() => arrived),
      () => {},
    );
  }, [wanted]);

  if (code) return { code, button: cloneElement(trigger, { ref: place } as object) };
  const waits = {
    ...announced,
    ref: place,
    'aria-expanded': false,
    onPointerEnter: ({ pointerType }: PointerEvent) => {
      if (pointerType === 'mouse') bring();
    },
    onPointerDown: () => {
      isPressed.current = true;
    },
    onPointerLeave: () => {
      isPressed.current = false;
    },
    onFocus: () => void later.ask().catch(() => {}),
    onClick: ({ nativeEvent }: { nativeEvent: Event }) => {
      isPressed.current = false;
      // nobody else hears it twice, nor takes it for a press outside of what it opens
      nativeEvent.stopPropagation();
      bring(nativeEvent);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      event.nativeEvent.stopPropagation();
      bring(event.nativeEvent);
    },
  };
  return { code: null, button: cloneElement(trigger, waits as object) };
}

/** The same event once more, on what took the place of its target: keys, touches and clicks keep their kind. */
function again(event: Event, target: HTMLElement | null): void {
  const Kind = event.constructor as new (type: string, like: Event) => Event;
  target?.dispatchEvent(new Kind(event.type, event));
}
