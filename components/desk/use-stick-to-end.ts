'use client';
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

const NEAR = 80;

/**
 * Scrolling of a thread. Opens at its end and stays there while the reader is there; never moves while he reads
 * further up, also when older messages come in above.
 */
export function useStickToEnd(
  pane: RefObject<HTMLElement | null>,
  first: string | undefined,
  last: string | undefined,
) {
  const [away, setAway] = useState(false);
  const [unseen, setUnseen] = useState(false);
  const atEnd = useRef(true);
  const height = useRef(0);
  const seen = useRef({ first, last });

  const toEnd = useCallback(
    (behavior: ScrollBehavior = 'auto') => {
      const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
      pane.current?.scrollTo({ top: pane.current.scrollHeight, behavior: isStill ? 'auto' : behavior });
      setUnseen(false);
    },
    [pane],
  );

  const onScroll = useCallback(() => {
    const element = pane.current;
    if (!element) return;
    height.current = element.scrollHeight;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    setAway(!atEnd.current);
    if (atEnd.current) setUnseen(false);
  }, [pane]);

  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return;
    if (seen.current.first !== first && seen.current.last === last && height.current > 0) {
      // Older ones came in above: what is being read stays where it is.
      element.scrollTop += element.scrollHeight - height.current;
    } else if (seen.current.last !== last && !atEnd.current) setUnseen(true);
    else if (atEnd.current) element.scrollTop = element.scrollHeight;
    seen.current = { first, last };
    height.current = element.scrollHeight;
  }, [pane, first, last]);

  // The composer grows, pictures of text reflow: the end stays the end.
  useLayoutEffect(() => {
    const element = pane.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    observer.observe(content);
    return () => observer.disconnect();
  }, [pane]);

  return { away, unseen, toEnd, onScroll };
}
